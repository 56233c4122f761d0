// What the rungs of the ladder (ladder.cu, ladder_tensor.cu) share: a 3 x 3 convolution of stride 1 with padding 1,
//
//     y[n, o, row, column] = sum over c, i, j of x[n, c, row + i - 1, column + j - 1] * w[o, c, i, j]
//
// seen as a matrix product: of weights [maps, K] and a matrix [K, pixels] that is never written, with K = channels * 9.
#pragma once

// A column of the second matrix, worked out once for all its elements: the window around a pixel.
struct Column {
    const float* image;
    int row, column; // of the pixel
    bool exists;
};

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
        return o < maps && k < depth() ? w[o * depth() + k] : 0.0f;
    }

    __device__ Column column(int pixel) const {
        int image = pixel / area(), place = pixel % area();
        return {x + (long long)image * channels * area(), place / width, place % width, pixel < pixels()};
    }

    // Element k of a column of the second matrix, zero outside and where a tap meets padding.
    __device__ float input(int k, const Column& at) const {
        int row = at.row + k % 9 / 3 - 1, column = at.column + k % 3 - 1;
        bool there = at.exists && k < depth() && row >= 0 && row < height && column >= 0 && column < width;
        return there ? at.image[(k / 9 * height + row) * width + column] : 0.0f;
    }

    __device__ void write(int o, int pixel, float sum) const {
        if (o < maps && pixel < pixels()) {
            y[((long long)(pixel / area()) * maps + o) * area() + pixel % area()] = sum;
        }
    }
};
