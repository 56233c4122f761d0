// The pictures' side of a convolution, as the operand B of a matrix product: column n is a pixel of the result, k counts a
// channel and a tap of the window together. The matrix is never written; its numbers are picked from the pictures.
// See matrix_operands.cuh for what an operand is.
#pragma once

#include "divisor.cuh"

// Which pictures, and which of their pixels a result's pixel (y, x) and a tap (i, j) meet:
// (y * step + direction * i + top, x * step + direction * j + left), or nothing (padding) if that lies outside.
struct Window {
    const float* source; // [N, channels, height, width]
    int channels, height, width;
    int rows, columns, pixels; // of the result: a grid of rows x columns an image, and how many in all
    int tapRows, tapColumns;
    int step, direction, top, left;
};

// k in blocks of DEPTH channels: k = (block * taps + tap) * DEPTH + channel in block. A tile then has one tap, so that a
// thread, which has one pixel, looks once whether it meets padding; and neighbouring taps find their channels in the cache.
template <int WIDTH, int DEPTH, int THREADS>
struct Pixels {
    static constexpr bool ALONG_K = false;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS;

    const Window& window;
    const float* plane; // the pixel's image, this thread's first channel
    const float* from;  // the number of this tap there
    int row, column;    // of the pixel at tap (0, 0)
    int i, j;           // the tap
    int count;          // channels from this thread's first on
    int present;        // the same, or none if the tap meets padding
    bool exists;        // whether the pixel does

    __device__ Pixels(const Window& window, int first, int tile) : window(window) {
        int pixel = first + threadIdx.x % WIDTH;
        exists = pixel < window.pixels;
        pixel = exists ? pixel : 0;
        int image = pixel / (window.rows * window.columns), place = pixel % (window.rows * window.columns);
        row = place / window.columns * window.step + window.top;
        column = place % window.columns * window.step + window.left;
        int taps = max(1, window.tapRows * window.tapColumns);
        int channel = tile / taps * DEPTH + threadIdx.x / WIDTH * COUNT;
        count = window.channels - channel;
        plane = window.source + ((long long)image * window.channels + channel) * window.height * window.width;
        i = tile % taps / max(1, window.tapColumns);
        j = tile % taps % max(1, window.tapColumns);
        aim();
    }

    __device__ void aim() {
        int y = row + window.direction * i, x = column + window.direction * j;
        bool inside = exists && (unsigned)y < (unsigned)window.height && (unsigned)x < (unsigned)window.width;
        present = inside ? count : 0;
        from = plane + (y * window.width + x);
    }

    __device__ void advance() {
        if (++j == window.tapColumns) {
            j = 0;
            if (++i == window.tapRows) {
                i = 0;
                count -= DEPTH;
                plane += (long long)DEPTH * window.height * window.width;
            }
        }
        aim();
    }

    template <class Sink>
    __device__ void each(Sink& sink) const {
        long long area = window.height * window.width;
#pragma unroll
        for (int e = 0; e < COUNT; e++) {
            sink.one(e, threadIdx.x / WIDTH * COUNT + e, threadIdx.x % WIDTH, 0, from + e * area, e < present);
        }
    }
};

// k = tap * channels + channel, for a few channels, of which blocks would be mostly empty.
template <int WIDTH, int DEPTH, int THREADS>
struct FewChannels {
    static constexpr bool ALONG_K = false;
    static constexpr bool ROUNDED = false;
    static constexpr int COUNT = WIDTH * DEPTH / THREADS;

    const Window& window;
    Divisor byChannels, byTapColumns;
    const float* image;
    int row, column;
    int k, depth;

    __device__ FewChannels(
            const Window& window, Divisor byChannels, Divisor byTapColumns, int first, int tile)
        : window(window), byChannels(byChannels), byTapColumns(byTapColumns) {
        int pixel = first + threadIdx.x % WIDTH;
        bool exists = pixel < window.pixels;
        pixel = exists ? pixel : 0;
        int area = window.rows * window.columns;
        int place = pixel % area;
        image = window.source + (long long)(pixel / area) * window.channels * window.height * window.width;
        row = place / window.columns * window.step + window.top;
        column = place % window.columns * window.step + window.left;
        k = tile * DEPTH + threadIdx.x / WIDTH * COUNT;
        depth = exists ? window.tapRows * window.tapColumns * window.channels : 0;
    }

    __device__ void advance() { k += DEPTH; }

    template <class Sink>
    __device__ void each(Sink& sink) const {
#pragma unroll
        for (int e = 0; e < COUNT; e++) {
            int tap = byChannels.quotient(k + e), channel = k + e - tap * window.channels;
            int i = byTapColumns.quotient(tap), j = tap - i * window.tapColumns;
            int y = row + window.direction * i, x = column + window.direction * j;
            bool there = k + e < depth && (unsigned)y < (unsigned)window.height && (unsigned)x < (unsigned)window.width;
            sink.one(
                    e,
                    threadIdx.x / WIDTH * COUNT + e,
                    threadIdx.x % WIDTH,
                    0,
                    image + (channel * window.height + y) * window.width + x,
                    there);
        }
    }
};
