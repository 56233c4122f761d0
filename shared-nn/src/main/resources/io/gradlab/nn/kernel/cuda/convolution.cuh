// The three products of a convolution layer, for any tile (float_tile.cuh, tensor_tile.cuh).
#pragma once

#include "gradient_operands.cuh"
#include "matrix_operands.cuh"
#include "packing.cuh"
#include "picture_operands.cuh"
#include "results.cuh"

// A block's share of `tiles` tiles of k, cut into `splits` pieces of equal length: [from, from + count).
struct Share {
    int from, count;

    __device__ Share(int tiles, int splits, int split) {
        int each = (tiles + splits - 1) / splits;
        from = min(tiles, split * each);
        count = min(tiles - from, each);
    }
};

// Forward (turned = 0): source [N, channels, height, width], out [N, maps, outHeight, outWidth].
//
// Data gradient (turned = 1): the same with the roles of the pictures exchanged, source is the gradient of the output, and
// the weights turned round, since dx[y] = sum over i of dy[(y + p - i) / s] * w[i] wherever that division is exact. It is
// for the same taps, i % s = (y + p) % s, at every s-th row, so pixels fall into s * s phases, each a convolution of stride 1
// with the taps of its own; blockIdx.z counts them (and, inside of each, the pieces of k).
template <class Tile, bool FEW>
__device__ void convolve(
        const float* source, const float* packed, const float* bias, float* out, int images, int channels, int height,
        int width, int maps, int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int turned,
        int packedWidth, int splits, float floor, unsigned long long byChannels, unsigned long long byTapColumns) {
    int split = blockIdx.z % splits, phase = blockIdx.z / splits;
    int phases = turned ? stride : 1;
    int a = phase / phases, b = phase % phases;
    int top = turned ? (a - padding % phases + phases) % phases : 0; // the phase's first row and column
    int left = turned ? (b - padding % phases + phases) % phases : 0;
    int rows = top < outHeight ? (outHeight - top - 1) / phases + 1 : 0;
    int columns = left < outWidth ? (outWidth - left - 1) / phases + 1 : 0;
    Window window{
        source, channels, height, width, rows, columns, images * rows * columns,
        phaseTaps(tapRows, phases, a), phaseTaps(tapColumns, phases, b),
        turned ? 1 : stride, turned ? -1 : 1,
        turned ? (top + padding - a) / phases : -padding, turned ? (left + padding - b) / phases : -padding};

    int tilesM = (maps + Tile::M - 1) / Tile::M;
    int m0 = blockIdx.x % tilesM * Tile::M, n0 = blockIdx.x / tilesM * Tile::N; // neighbours share the pictures
    if (n0 >= window.pixels) {
        return;
    }
    int taps = window.tapRows * window.tapColumns;
    int blocks = (channels + Tile::DEPTH - 1) / Tile::DEPTH;
    int depth = FEW ? taps * channels : blocks * taps * Tile::DEPTH;
    Share share((depth + Tile::DEPTH - 1) / Tile::DEPTH, splits, split);
    const float* weights = packed
            + (long long)phaseRow(tapRows, tapColumns, phases, a, b, FEW ? channels : blocks * Tile::DEPTH) * packedWidth;
    Packed<Tile::M, Tile::DEPTH, Tile::THREADS, Tile::TF32> factors(weights, packedWidth, m0, share.from * Tile::DEPTH);
    PictureResult result{
        out + (long long)split * images * maps * outHeight * outWidth, bias, maps, outHeight, outWidth,
        rows, columns, window.pixels, phases, top, left, floor};
    if constexpr (FEW) {
        FewChannels<Tile::N, Tile::DEPTH, Tile::THREADS> right(
                window, Divisor(byChannels), Divisor(byTapColumns), n0, share.from);
        Tile::run(factors, right, result, m0, n0, share.count);
    } else {
        Pixels<Tile::N, Tile::DEPTH, Tile::THREADS> right(window, n0, share.from);
        Tile::run(factors, right, result, m0, n0, share.count);
    }
}

// Weight gradient: input [N, channels, height, width], gradient [N, maps, outHeight, outWidth], out [maps, channels * taps].
template <class Tile, bool FEW>
__device__ void correlate(
        const float* input, const float* gradient, float* out, int images, int channels, int height, int width, int maps,
        int outHeight, int outWidth, int tapRows, int tapColumns, int stride, int padding, int splits,
        unsigned long long byArea, unsigned long long byColumns) {
    int taps = tapRows * tapColumns;
    int area = outHeight * outWidth, depth = images * area;
    int tilesM = (maps + Tile::M - 1) / Tile::M;
    int m0 = blockIdx.x % tilesM * Tile::M, n0 = blockIdx.x / tilesM * Tile::N;
    Share share((depth + Tile::DEPTH - 1) / Tile::DEPTH, splits, blockIdx.z);
    int k = share.from * Tile::DEPTH;
    float* part = out + (long long)blockIdx.z * maps * channels * taps;
    Planes<Tile::M, Tile::DEPTH, Tile::THREADS> left(gradient, maps, area, Divisor(byArea), depth, m0, k);
    if constexpr (FEW) {
        Patches<Tile::N, Tile::DEPTH, Tile::THREADS> right(
                input, channels, height, width, area, Divisor(byArea), outWidth, Divisor(byColumns), depth, tapRows,
                tapColumns, stride, padding, n0, k);
        MatrixResult result{part, nullptr, maps, channels * taps, -INFINITY};
        Tile::run(left, right, result, m0, n0, share.count);
    } else {
        using Right = Taps<Tile::N, Tile::DEPTH, Tile::THREADS>;
        Right right(
                input, channels, height, width, area, Divisor(byArea), outWidth, Divisor(byColumns), depth, tapRows,
                tapColumns, stride, padding, n0, k);
        WeightResult<Groups<Tile::N, Right::COUNT>> result{part, maps, channels, taps};
        Tile::run(left, right, result, m0, n0, share.count);
    }
}
