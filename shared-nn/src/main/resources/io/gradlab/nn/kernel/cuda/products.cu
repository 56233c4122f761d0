// Matrix products and dense layers in fp32:
//
//     for i in 0 .. m: for j in 0 .. n:
//         out[i, j] = max(floor, bias[j] + sum over p of op(a)[i, p] * op(b)[p, j])
//
// Multiplications bound the large ones; float_tile.cuh says how they are fed. Small ones are bound by how many multiprocessors
// have work, hence the smaller tile, and k cut into pieces (splits), each of which writes sums of its own; sum_splits adds
// them in order, so that results are the same to the bit in every run.

#include "float_tile.cuh"
#include "matmul.cuh"

extern "C" __global__ void __launch_bounds__(256, 2) matmul_nn_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float128, false, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 3) matmul_nn_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float64, false, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 2) matmul_nt_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float128, false, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 3) matmul_nt_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float64, false, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 2) matmul_tn_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float128, true, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 3) matmul_tn_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float64, true, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 2) matmul_tt_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float128, true, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(256, 3) matmul_tt_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float64, true, true>(a, b, bias, out, m, n, depth, splits, floor);
}

// ... for a few samples: reading b bounds them, so nothing may be spent on rows that are not there.
extern "C" __global__ void __launch_bounds__(128, 6) matmul_nn_16x128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float16x128, false, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 6) matmul_nt_16x128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Float16x128, false, true>(a, b, bias, out, m, n, depth, splits, floor);
}

// Ends what was cut: out[i] = max(floor, bias[i / inner % count] + the sum of parts[s * size + i] over s (+ out[i])).
extern "C" __global__ void sum_splits(
        const float* parts, const float* bias, float* out, int size, int splits, int inner, int count, int accumulate,
        float floor) {
    for (long long i = blockIdx.x * (long long)blockDim.x + threadIdx.x; i < size; i += (long long)gridDim.x * blockDim.x) {
        float sum = bias ? bias[(int)i / inner % count] : 0.0f; // size is an int, whose division is much cheaper
        for (int split = 0; split < splits; split++) {
            sum += parts[(long long)split * size + i];
        }
        out[i] = raise(accumulate ? sum + out[i] : sum, floor);
    }
}
