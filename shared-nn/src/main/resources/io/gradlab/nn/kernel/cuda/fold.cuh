// Sums and maxima over the threads of a warp or a block, in a fixed order: the same bits at every run, which adding with
// atomics would not give.
#pragma once

constexpr unsigned WHOLE_WARP = 0xFFFFFFFFu;

template <class T>
__device__ __forceinline__ T warpSum(T x) { // for all lanes
    for (int bits = 16; bits > 0; bits /= 2) x += __shfl_xor_sync(WHOLE_WARP, x, bits);
    return x;
}

__device__ __forceinline__ float warpMaximum(float x) { // for all lanes; of numbers
    for (int bits = 16; bits > 0; bits /= 2) x = fmaxf(x, __shfl_xor_sync(WHOLE_WARP, x, bits));
    return x;
}

// For all threads of a block of whole warps.
template <class T>
__device__ __forceinline__ T blockSum(T x) {
    __shared__ T sums[32];
    __syncthreads(); // an earlier call's readers are through
    x = warpSum(x);
    if (threadIdx.x % 32 == 0) sums[threadIdx.x / 32] = x;
    __syncthreads();
    return warpSum(threadIdx.x % 32 < blockDim.x / 32 ? sums[threadIdx.x % 32] : T(0));
}

__device__ __forceinline__ float blockMaximum(float x) {
    __shared__ float maxima[32];
    __syncthreads();
    x = warpMaximum(x);
    if (threadIdx.x % 32 == 0) maxima[threadIdx.x / 32] = x;
    __syncthreads();
    return warpMaximum(threadIdx.x % 32 < blockDim.x / 32 ? maxima[threadIdx.x % 32] : -INFINITY);
}
