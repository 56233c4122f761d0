// Dropout:
//
//     for i in 0 .. n: y[i] = uniform(i / run) < rate ? 0 : x[i] / (1 - rate)
//
// with the same random bits as RandomStream: a counter, mixed, so any thread gets the i-th number without the ones before. The
// backward pass is the same kernel on the gradient. Bound by bytes, 8 for each element, on chips whose integer units keep up:
// the mixing takes three products of 64 bits.

// RandomStream.bits(index) >>> 40, that is 2^24 times RandomStream.uniform(index).
__device__ __forceinline__ int uniform24(unsigned long long key, unsigned long long index) {
    unsigned long long z = key + 0x9E3779B97F4A7C15ull * (index + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return static_cast<int>((z ^ (z >> 31)) >> 40);
}

// Element i is dropped if its number is below the threshold, the rate in units of 2^-24.
extern "C" __global__ void dropout(
    const float* x, float* y, int n, unsigned long long key, int threshold, float factor) {
    int step = gridDim.x * blockDim.x;
    int quarter = n / 4;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < quarter; i += step) {
        float4 a = reinterpret_cast<const float4*>(x)[i];
        a.x = uniform24(key, 4ull * i) < threshold ? 0 : factor * a.x;
        a.y = uniform24(key, 4ull * i + 1) < threshold ? 0 : factor * a.y;
        a.z = uniform24(key, 4ull * i + 2) < threshold ? 0 : factor * a.z;
        a.w = uniform24(key, 4ull * i + 3) < threshold ? 0 : factor * a.w;
        reinterpret_cast<float4*>(y)[i] = a;
    }
    int last = 4 * quarter + blockIdx.x * blockDim.x + threadIdx.x;
    if (last < n) y[last] = uniform24(key, last) < threshold ? 0 : factor * x[last];
}

// Runs of neighbours share their fate, for example the pixels of a channel: a block takes a run at a time.
extern "C" __global__ void dropout_runs(
    const float* x, float* y, int n, int run, unsigned long long key, int threshold, float factor) {
    long long step = static_cast<long long>(gridDim.x) * run;
    for (long long start = static_cast<long long>(blockIdx.x) * run; start < n; start += step) {
        float kept = uniform24(key, start / run) < threshold ? 0 : factor;
        long long end = min(start + run, static_cast<long long>(n)); // the last run may be cut short
        for (long long i = start + threadIdx.x; i < end; i += blockDim.x) {
            y[i] = kept * x[i];
        }
    }
}
