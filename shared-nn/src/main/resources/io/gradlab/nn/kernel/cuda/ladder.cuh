// What the rungs of the ladder (ladder.cu, ladder_tensor.cu) share: a 3 x 3 convolution of stride 1 with padding 1,
//
//     y[n, o, row, column] = sum over c, i, j of x[n, c, row + i - 1, column + j - 1] * w[o, c, i, j]
//
// seen as a matrix product: of weights [maps, K] and a matrix [K, pixels] that is never written, with K = channels * 9.
#pragma once

struct Pictures {
    const float* x;
    const float* w;
    float* y;
    int images, channels, height, width, maps;

    __device__ int area() const { return height * width; }
    __device__ int pixels() const { return images * area(); }
    __device__ int depth() const { return channels * 9; }

    // Element (o, k) of the first matrix, zero outside.
    __device__ float weight(int o, int k) const {
        return o < maps && k < depth() ? w[(long long)o * depth() + k] : 0.0f;
    }

    // Element (k, pixel) of the second matrix, zero outside and where a tap meets padding.
    __device__ float input(int k, int pixel) const {
        int c = k / 9, row = pixel % area() / width + k % 9 / 3 - 1, column = pixel % area() % width + k % 3 - 1;
        bool there = k < depth() && pixel < pixels() && row >= 0 && row < height && column >= 0 && column < width;
        return there ? x[(((long long)pixel / area() * channels + c) * height + row) * width + column] : 0.0f;
    }

    __device__ void write(int o, int pixel, float sum) const {
        if (o < maps && pixel < pixels()) {
            y[((long long)pixel / area() * maps + o) * area() + pixel % area()] = sum;
        }
    }
};
