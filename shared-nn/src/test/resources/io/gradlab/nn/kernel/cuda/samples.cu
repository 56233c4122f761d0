// Small kernels that try out the shim; ShimTest runs them as they are, and broken.
#include "async.cuh"
#include "mma.cuh"

// Each block sums 64 numbers in a tree.
extern "C" __global__ void tree(const float* x, float* sums) {
    __shared__ float tile[64];
    tile[threadIdx.x] = x[blockIdx.x * 64 + threadIdx.x];
    __syncthreads();
    for (int half = 32; half > 0; half /= 2) {
        if (threadIdx.x < half) tile[threadIdx.x] += tile[threadIdx.x + half];
        __syncthreads(); // step
    }
    if (threadIdx.x == 0) sums[blockIdx.x] = tile[0];
}

// Turns 96 numbers round, through shared memory whose size the launch says.
extern "C" __global__ void turn(const float* x, float* y) {
    extern __shared__ float pool[];
    pool[blockDim.x - 1 - threadIdx.x] = x[threadIdx.x];
    __syncthreads();
    y[threadIdx.x] = pool[threadIdx.x];
}

// A warp's sum by shuffles, and how many of its numbers are positive.
extern "C" __global__ void warp(const float* x, float* y) {
    float sum = x[threadIdx.x];
    for (int bits = 16; bits > 0; bits /= 2) sum += __shfl_xor_sync(0xFFFFFFFFu, sum, bits);
    int positive = __popc(__ballot_sync(0xFFFFFFFFu, x[threadIdx.x] > 0));
    y[threadIdx.x] = threadIdx.x % 2 ? sum : positive;
}

// Copies 128 numbers in the background, four for each lane, then gives each lane a neighbour's.
extern "C" __global__ void background(const float* x, float* y) {
    __shared__ __align__(16) float tile[128];
    copyAsync<16>(&tile[4 * threadIdx.x], x + 4 * threadIdx.x, 16);
    commitCopies();
    awaitCopies<0>();
    __syncthreads();
    y[threadIdx.x] = tile[4 * ((threadIdx.x + 1) % 32) + 3];
}

// D[16, 8] = A[16, 8] · B[8, 8].
extern "C" __global__ void small_product(const float* a, const float* b, float* d) {
    int g = threadIdx.x / 4, t = threadIdx.x % 4;
    unsigned left[4] = {toTf32(a[g * 8 + t]), toTf32(a[(g + 8) * 8 + t]), toTf32(a[g * 8 + t + 4]), toTf32(a[(g + 8) * 8 + t + 4])};
    unsigned right[2] = {toTf32(b[t * 8 + g]), toTf32(b[(t + 4) * 8 + g])};
    float sums[4] = {0, 0, 0, 0};
    mma16x8x8(sums, left, right);
    for (int i = 0; i < 4; i++) d[(g + i / 2 * 8) * 8 + 2 * t + i % 2] = sums[i];
}

// y[i] = x[i + shift], four at a time; misaligned unless shift is a multiple of four.
extern "C" __global__ void fours(const float* x, float* y, int shift) {
    reinterpret_cast<float4*>(y)[threadIdx.x] = *reinterpret_cast<const float4*>(x + shift + 4 * threadIdx.x);
}
