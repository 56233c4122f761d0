// One product in each kind of tile, for tests that break the tiles' headers: out[m, n] = a[m, k] * b[k, n].

#include "float_tile.cuh"
#include "tensor_tile.cuh"
#include "matmul.cuh"

extern "C" __global__ void float_tile(const float* a, const float* b, float* out, int m, int n, int depth) {
    matmul<Float64, false, false>(a, b, nullptr, out, m, n, depth, 1, -INFINITY);
}

extern "C" __global__ void tensor_tile(const float* a, const float* b, float* out, int m, int n, int depth) {
    matmul<Tensor64, false, false>(a, b, nullptr, out, m, n, depth, 1, -INFINITY);
}
