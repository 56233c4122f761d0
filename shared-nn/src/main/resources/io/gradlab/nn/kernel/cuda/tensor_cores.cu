// The products of products.cu and convolutions.cu on tensor cores (compute capability 8.0 and above): numbers rounded to
// TF32, sums in float32. The loops are the same; tensor_tile.cuh says what is different. Small and thin problems stay in fp32.
// target sm_80

#include "tensor_tile.cuh"
#include "matmul.cuh"

extern "C" __global__ void __launch_bounds__(256) pack_weights_tf32(
        const float* weight, float* packed, int maps, int channels, int tapRows, int tapColumns, int stride, int turned,
        int block, int rows, int width) {
    pack<true>(weight, packed, maps, channels, tapRows, tapColumns, stride, turned, block, rows, width);
}

extern "C" __global__ void __launch_bounds__(128, 2) matmul_tf32_nn_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor128, false, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 4) matmul_tf32_nn_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor64, false, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 2) matmul_tf32_nt_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor128, false, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 4) matmul_tf32_nt_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor64, false, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 2) matmul_tf32_tn_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor128, true, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 4) matmul_tf32_tn_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor64, true, false>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 2) matmul_tf32_tt_128(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor128, true, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 4) matmul_tf32_tt_64(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    matmul<Tensor64, true, true>(a, b, bias, out, m, n, depth, splits, floor);
}

extern "C" __global__ void __launch_bounds__(128, 2) convolve_tf32_128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Tensor128, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 3) convolve_tf32_64x128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Tensor64x128, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 4) convolve_tf32_64(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Tensor64, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 2) weight_gradient_tf32_128(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Tensor128, false>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}

extern "C" __global__ void __launch_bounds__(128, 3) weight_gradient_tf32_64x128(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Tensor64x128, false>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}

extern "C" __global__ void __launch_bounds__(128, 4) weight_gradient_tf32_64(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Tensor64, false>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}
