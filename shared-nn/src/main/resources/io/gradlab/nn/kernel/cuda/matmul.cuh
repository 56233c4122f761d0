// A matrix product for any tile (float_tile.cuh, tensor_tile.cuh): out[M, N] = op(a) * op(b), dense layers included. On tensor
// cores the rows of both must begin at multiples of 16 bytes.
#pragma once

#include "convolution.cuh"

// Chooses how an operand is read: in rows of k (Columns) or in rows of m (Rows).
template <bool BY_K, int WIDTH, class Tile>
struct Operand {
    using Type = Columns<WIDTH, Tile::DEPTH, Tile::THREADS, Tile::TF32>;
};

template <int WIDTH, class Tile>
struct Operand<false, WIDTH, Tile> {
    using Type = Rows<WIDTH, Tile::DEPTH, Tile::THREADS, Tile::TF32>;
};

template <class Tile, bool TRANSPOSE_A, bool TRANSPOSE_B>
__device__ void matmul(
        const float* a, const float* b, const float* bias, float* out, int m, int n, int depth, int splits, float floor) {
    int tilesM = (m + Tile::M - 1) / Tile::M;
    int m0 = blockIdx.x % tilesM * Tile::M, n0 = blockIdx.x / tilesM * Tile::N;
    Share share((depth + Tile::DEPTH - 1) / Tile::DEPTH, splits, blockIdx.z);
    int k = share.from * Tile::DEPTH;
    typename Operand<TRANSPOSE_A, Tile::M, Tile>::Type left(a, TRANSPOSE_A ? m : depth, m0, m, depth, k);
    typename Operand<!TRANSPOSE_B, Tile::N, Tile>::Type right(b, TRANSPOSE_B ? depth : n, n0, n, depth, k);
    MatrixResult result{out + (long long)blockIdx.z * m * n, bias, m, n, floor};
    Tile::run(left, right, result, m0, n0, share.count);
}
