// Convolutions and both their gradients in fp32, each as a matrix product of a matrix that is never written:
//
//     for n, o, y, x:     out[n, o, y, x]  = max(floor, bias[o] + sum over c, i, j of in[n, c, y*s+i-p, x*s+j-p] * w[o, c, i, j])
//     for n, c, y', x':   din[n, c, y', x'] = sum over the same products of dout[n, o, y, x] * w[o, c, i, j]
//     for o, c, i, j:     dw[o, c, i, j]    = sum over n, y, x of dout[n, o, y, x] * in[n, c, y*s+i-p, x*s+j-p]
//
// Multiplications bound them from some 16 channels on: each number read takes part in as many products as a tile is wide.
// convolution.cuh says how the first two are one; picture_operands.cuh and gradient_operands.cuh, how pictures are read;
// float_tile.cuh, how tiles are multiplied. Weights are packed first (packing.cuh).

#include "float_tile.cuh"
#include "convolution.cuh"

extern "C" __global__ void __launch_bounds__(256) pack_weights(
        const float* weight, float* packed, int maps, int channels, int tapRows, int tapColumns, int stride, int turned,
        int block, int rows, int width) {
    pack<false>(weight, packed, maps, channels, tapRows, tapColumns, stride, turned, block, rows, width);
}

extern "C" __global__ void __launch_bounds__(256, 2) convolve_128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float128, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 4) convolve_64x128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float64x128, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(256, 3) convolve_64(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float64, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 6) convolve_16x128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float16x128, false>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

// ... for a few input channels, as a network's first layer has.
extern "C" __global__ void __launch_bounds__(128, 4) convolve_few_64x128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float64x128, true>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 6) convolve_few_16x128(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    convolve<Float16x128, true>(
            source, packed, bias, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, turned, packedWidth, splits, floor, byChannels, byTapColumns);
}

extern "C" __global__ void __launch_bounds__(128, 3) weight_gradient_64x128(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Float64x128, false>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}

extern "C" __global__ void __launch_bounds__(256, 3) weight_gradient_64(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Float64, false>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}

extern "C" __global__ void __launch_bounds__(256, 3) weight_gradient_few_64(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    correlate<Float64, true>(
            input, gradient, out, images, channels, height, width, maps, outHeight, outWidth, tapRows, tapColumns, stride,
            padding, splits, byArea, byColumns);
}
