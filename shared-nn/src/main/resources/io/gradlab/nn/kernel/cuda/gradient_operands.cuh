// The two operands of a convolution's weight gradient, a matrix product whose k counts the pixels of the output, image after
// image: dw[o, (c, i, j)] = sum over k of dy[k, o] * x[k, (c, i, j)]. See matrix_operands.cuh for what an operand is.
#pragma once

#include "divisor.cuh"

// The output's gradient dy: row m is an output channel, whose pixels are neighbours within an image.
template <int WIDTH, int DEPTH, int THREADS>
struct Planes {
    static constexpr bool ALONG_K = true;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS;

    const float* data;
    int channels, area, depth; // depth: pixels of all images
    int first, k;
    Divisor byArea;

    __device__ Planes(const float* data, int channels, int area, Divisor byArea, int depth, int first, int k)
        : data(data), channels(channels), area(area), depth(depth), first(first), k(k),
          byArea(byArea) {}

    __device__ void advance() { k += DEPTH; }

    // The number of pixel `at` of all, in channel m.
    __device__ const float* number(int at, int m) const {
        int image = byArea.quotient(at);
        return data + ((long long)image * (channels - 1) + m) * area + at;
    }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        if (area % 4 == 0) { // four neighbours belong to one image
            int step = threadIdx.x % (DEPTH / 4) * 4, m = first + threadIdx.x / (DEPTH / 4);
            const float* from = number(k + step, m);
#pragma unroll
            for (int e = 0; e < COUNT; e += 4) {
                constexpr int ROWS = THREADS / (DEPTH / 4);
                bool exists = k + step < depth && m + e / 4 * ROWS < channels;
                sink.quad(e, step, m - first, e / 4 * ROWS, from + (long long)(e / 4 * ROWS) * area, exists);
            }
        } else {
            int step = threadIdx.x % DEPTH, m = first + threadIdx.x / DEPTH;
            const float* from = number(k + step, m);
#pragma unroll
            for (int e = 0; e < COUNT; e++) {
                constexpr int ROWS = THREADS / DEPTH;
                bool exists = k + step < depth && m + e * ROWS < channels;
                sink.one(e, step, m - first, e * ROWS, from + (long long)(e * ROWS) * area, exists);
            }
        }
    }
};

// The order of the weight gradient's columns: groups of SIZE channels at one tap each, a block of channels after the other,
// c / SIZE * taps + tap. In a tile of WIDTH columns, column m belongs to group m % GROUPS, so that neighbours are neighbouring
// taps, which are neighbours in the weight, too.
template <int WIDTH, int SIZE>
struct Groups {
    static constexpr int GROUPS = WIDTH / SIZE; // in a tile

    // The place of column n, of all, in a row [channels, taps] of the weight; -1 if there is no such channel.
    static __device__ int place(int n, int channels, int taps) {
        int group = n / WIDTH * GROUPS + n % WIDTH % GROUPS;
        int channel = group / taps * SIZE + n % WIDTH / GROUPS;
        return channel < channels ? channel * taps + group % taps : -1;
    }
};

// The input x: a thread has one group of channels at one tap, and one of every DEPTH pixels of the output; so it looks once
// in a tile whether the tap meets padding there.
template <int WIDTH, int DEPTH, int THREADS>
struct Taps {
    static constexpr bool ALONG_K = true;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS; // channels of a group
    static constexpr int GROUPS = Groups<WIDTH, COUNT>::GROUPS;

    const float* data; // [N, channels, height, width], from the group's first channel and its tap on
    int channels, height, width;
    int area, columns, depth; // of the output: pixels of an image, pixels of a row, pixels of all images
    Divisor byArea, byColumns;
    int stride;
    int k;
    int i, j;  // the tap, less the padding
    int count; // of the group's channels that exist

    __device__ Taps(
            const float* data, int channels, int height, int width, int area, Divisor byArea, int columns, Divisor byColumns,
            int depth, int tapRows, int tapColumns, int stride, int padding, int first, int k)
        : channels(channels), height(height), width(width), area(area), columns(columns), depth(depth), byArea(byArea),
          byColumns(byColumns), stride(stride), k(k) {
        int group = first / WIDTH * GROUPS + threadIdx.x / DEPTH, taps = tapRows * tapColumns;
        int channel = group / taps * COUNT;
        i = group % taps / tapColumns - padding;
        j = group % taps % tapColumns - padding;
        count = channels - channel;
        this->data = data + ((long long)channel * height + i) * width + j;
    }

    __device__ void advance() { k += DEPTH; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        int step = threadIdx.x % DEPTH;
        int image = byArea.quotient(k + step), place = k + step - image * area;
        int line = byColumns.quotient(place);
        int y = line * stride, x = (place - line * columns) * stride;
        const float* from = data + ((long long)image * channels * height + y) * width + x;
        bool inside = k + step < depth && (unsigned)(y + i) < (unsigned)height && (unsigned)(x + j) < (unsigned)width;
        int present = inside ? count : 0;
        long long plane = height * width;
#pragma unroll
        for (int e = 0; e < COUNT; e++) {
            sink.one(e, step, threadIdx.x / DEPTH, e * GROUPS, from + e * plane, e < present);
        }
    }
};

// The input x with one channel or two, of which groups would be mostly empty: column m is a channel and a tap (c, i, j), as in
// a row of the weight.
template <int WIDTH, int DEPTH, int THREADS>
struct Patches {
    static constexpr bool ALONG_K = true;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS;

    const float* data; // [N, channels, height, width]
    int channels, height, width;
    int area, columns, depth; // of the output: pixels of an image, pixels of a row, pixels of all images
    Divisor byArea, byColumns;
    int stride;
    int k;
    int offset[COUNT]; // of each of this thread's taps from its window's first pixel in channel 0
    int tap[COUNT];    // its row and its column, 16 bits each, less the padding

    __device__ Patches(
            const float* data, int channels, int height, int width, int area, Divisor byArea, int columns, Divisor byColumns,
            int depth, int tapRows, int tapColumns, int stride, int padding, int first, int k)
        : data(data), channels(channels), height(height), width(width), area(area), columns(columns), depth(depth),
          byArea(byArea), byColumns(byColumns), stride(stride), k(k) {
        int taps = tapRows * tapColumns;
#pragma unroll
        for (int e = 0; e < COUNT; e++) {
            int at = first + threadIdx.x / DEPTH + e * (THREADS / DEPTH);
            int channel = at / taps, i = at % taps / tapColumns - padding, j = at % taps % tapColumns - padding;
            bool exists = channel < channels;
            offset[e] = exists ? (channel * height + i) * width + j : 0;
            tap[e] = exists ? (int)((unsigned)i << 16 | (unsigned)j & 0xffffu) : NOWHERE;
        }
    }

    static constexpr int NOWHERE = (int)0x80008000; // a row so far above that it is padding everywhere

    __device__ void advance() { k += DEPTH; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        int step = threadIdx.x % DEPTH;
        int image = byArea.quotient(k + step), place = k + step - image * area;
        int line = byColumns.quotient(place);
        int y = line * stride, x = (place - line * columns) * stride;
        const float* corner = data + ((long long)image * channels * height + y) * width + x;
        bool exists = k + step < depth;
#pragma unroll
        for (int e = 0; e < COUNT; e++) {
            int row = y + (tap[e] >> 16), column = x + (short)tap[e];
            bool there = exists && (unsigned)row < (unsigned)height && (unsigned)column < (unsigned)width;
            sink.one(e, step, threadIdx.x / DEPTH, e * (THREADS / DEPTH), corner + offset[e], there);
        }
    }
};
