// Loops over all elements, shared by the threads of a grid: y[i] = f(x[i]) or f(x[i], z[i]).
//
// Each thread takes four neighbours at a time, one read of 16 bytes, so that a warp reads 512 bytes in one go; and asks for two
// such fours before it writes the first, which keeps the memory busy. Arrays begin at multiples of 16 bytes,
// as all device memory does; the up to three elements after the last four are done one by one. y may be x or z: every element
// is read before it is written, by the same thread.
#pragma once
#include "groups.cuh"

__device__ __forceinline__ int threadOfGrid() {
    return blockIdx.x * blockDim.x + threadIdx.x;
}

__device__ __forceinline__ int threadsOfGrid() {
    return gridDim.x * blockDim.x;
}

__device__ __forceinline__ float4* fours(float* x) {
    return reinterpret_cast<float4*>(x);
}

__device__ __forceinline__ const float4* fours(const float* x) {
    return reinterpret_cast<const float4*>(x);
}

template <class F>
__device__ __forceinline__ float4 each(float4 a, F f) {
    return make_float4(f(a.x), f(a.y), f(a.z), f(a.w));
}

template <class F>
__device__ __forceinline__ float4 each(float4 a, float4 b, F f) {
    return make_float4(f(a.x, b.x), f(a.y, b.y), f(a.z, b.z), f(a.w, b.w));
}

template <class F>
__device__ __forceinline__ void map(const float* x, float* y, int n, F f) {
    int quarter = n / 4;
    inGroups<2>(threadOfGrid(), quarter, threadsOfGrid(), [=](const auto& at) {
        float4 a[PLACES(at)];
#pragma unroll
        for (int k = 0; k < PLACES(at); k++) a[k] = fours(x)[at[k]];
#pragma unroll
        for (int k = 0; k < PLACES(at); k++) fours(y)[at[k]] = each(a[k], f);
    });
    int last = 4 * quarter + threadOfGrid();
    if (last < n) y[last] = f(x[last]);
}

template <class F>
__device__ __forceinline__ void map(const float* x, const float* z, float* y, int n, F f) {
    int quarter = n / 4;
    inGroups<2>(threadOfGrid(), quarter, threadsOfGrid(), [=](const auto& at) {
        float4 a[PLACES(at)], b[PLACES(at)];
#pragma unroll
        for (int k = 0; k < PLACES(at); k++) {
            a[k] = fours(x)[at[k]];
            b[k] = fours(z)[at[k]];
        }
#pragma unroll
        for (int k = 0; k < PLACES(at); k++) fours(y)[at[k]] = each(a[k], b[k], f);
    });
    int last = 4 * quarter + threadOfGrid();
    if (last < n) y[last] = f(x[last], z[last]);
}
