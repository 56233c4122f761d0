// Weights in the order in which a convolution reads them: rows of k, each with all m side by side, filled up with zeros.
//
//     forward:        m is the output channel, k runs over input channels and taps:  packed[k][m] = w[m][channel][i][j]
//     data gradient:  m is the input channel, k runs over output channels and taps:  packed[k][m] = w[channel][m][i][j]
//
// Bytes bound it, but weights are small: a few microseconds for the largest layers of VGG. A tile of 32 x 32 goes through
// shared memory, so that both its reading and its writing run along rows.
#pragma once

// A stride s > 1 parts the taps (and the pixels of the data gradient) into s * s phases: tap (i, j) is tap
// (i / s, j / s) of phase (i % s, j % s). This is how many taps phase `a` has of `taps` in one direction.
__device__ inline int phaseTaps(int taps, int stride, int a) {
    return a < taps ? (taps - a - 1) / stride + 1 : 0;
}

// ... and how many all phases before it have.
__device__ inline int phaseBegin(int taps, int stride, int a) {
    int sum = 0;
    for (int before = 0; before < a; before++) {
        sum += phaseTaps(taps, stride, before);
    }
    return sum;
}

// The first row of phase (a, b), for `channels` rows a tap.
__device__ inline int phaseRow(int tapRows, int tapColumns, int stride, int a, int b, int channels) {
    return channels
            * (phaseBegin(tapRows, stride, a) * tapColumns
               + phaseTaps(tapRows, stride, a) * phaseBegin(tapColumns, stride, b));
}

// Rounds to TF32, 11 bits of significand, halves away from zero; infinities and NaN stay what they are.
__device__ inline float roundedToTf32(float value) {
    union { // the shim's compiler and nvcc both read the other member
        float number;
        unsigned bits;
    } word{value};
    bool finite = (word.bits & 0x7f800000u) != 0x7f800000u;
    word.bits = finite ? (word.bits + 0x1000u) & 0xffffe000u : word.bits;
    return word.number;
}

// Packs 32 x 32 numbers: blockIdx.x counts tiles of (channel, tap), blockIdx.y tiles of m. 256 threads. `channels` is rounded
// up to a multiple of `block`; `rows` and `width` are what the whole is filled up to.
template <bool TF32>
__device__ void pack(
        const float* weight, float* packed, int maps, int channels, int tapRows, int tapColumns, int stride, int turned,
        int block, int rows, int width) {
    __shared__ float tile[32][33];
    int taps = tapRows * tapColumns;
    int padded = (channels + block - 1) / block * block;
    int m0 = blockIdx.y * 32, q0 = blockIdx.x * 32;
    int lane = threadIdx.x % 32, first = threadIdx.x / 32;
    for (int r = first; r < 32; r += 8) { // weights are neighbours along q forward, and in strides of all taps turned
        int m = m0 + (turned ? lane : r), q = q0 + (turned ? r : lane);
        int channel = q / taps;
        bool exists = m < maps && channel < channels;
        long long at = turned ? ((long long)channel * maps + m) * taps + q % taps : (long long)m * channels * taps + q;
        float value = exists ? weight[at] : 0.0f;
        tile[turned ? r : lane][turned ? lane : r] = TF32 ? roundedToTf32(value) : value;
    }
    __syncthreads();
    for (int r = first; r < 32; r += 8) {
        int q = q0 + r, channel = q / taps, i = q % taps / tapColumns, j = q % taps % tapColumns;
        int row = q; // of zeros, behind all channels
        if (channel < padded) {
            int a = i % stride, b = j % stride, columns = phaseTaps(tapColumns, stride, b);
            int inPhase = phaseTaps(tapRows, stride, a) * columns;
            row = phaseRow(tapRows, tapColumns, stride, a, b, padded)
                    + (channel / block * inPhase + i / stride * columns + j / stride) * block + channel % block;
        }
        if (q < rows && m0 + lane < width) {
            packed[(long long)row * width + m0 + lane] = tile[r][lane];
        }
    }
}
