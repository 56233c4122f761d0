// The same product of one block of threads as in float_tile.cuh, on tensor cores: a warp multiplies 16 x 8 by 8 x 8 numbers
// with one instruction, after rounding them to TF32.
//
// What bounds it: shared memory and the tensor cores alike. A warp's 64 x 64 results take 128 words a step of k for 4,096
// multiplications. So written: copies from global to shared memory run by themselves (cp.async), two tiles ahead of the one
// that is multiplied, through a ring of three; one barrier a tile. Swizzled addresses spread what a warp reads over all
// banks: lane 4g + t reads numbers (k + t, m + g), so quads of k (or eights of m) trade places depending on m (on k).
#pragma once

#include "async.cuh"
#include "mma.cuh"
#include "results.cuh"

constexpr int TENSOR_DEPTH = 16; // steps of k in a tile

// Where number (k, m) of a tile lies: in rows of m if neighbours in memory are neighbours in k, else in rows of k.
template <bool ALONG_K, int WIDTH>
__device__ inline unsigned swizzled(unsigned k, unsigned m) {
    return ALONG_K ? m * TENSOR_DEPTH + ((k / 4 ^ m / 2 % 4) * 4 + k % 4) : k * WIDTH + (m ^ k % 4 * 8);
}

template <bool ALONG, int WIDTH>
struct ToStage {
    static constexpr bool ALONG_K = ALONG;
    float* tile;

    static constexpr int PITCH = ALONG_K ? TENSOR_DEPTH : WIDTH; // numbers from one row to the next

    __device__ void quad(int, unsigned k, unsigned m, int further, const float* from, bool exists) {
        copyAsync<16>(tile + swizzled<ALONG_K, WIDTH>(k, m) + further * PITCH, from, exists ? 16 : 0);
    }

    __device__ void one(int, unsigned k, unsigned m, int further, const float* from, bool exists) {
        copyAsync<4>(tile + swizzled<ALONG_K, WIDTH>(k, m) + further * PITCH, from, exists ? 4 : 0);
    }
};

// Reads a lane's numbers: steps 4 * k4 + lane % 4, columns first + 8 * m8 + lane / 4, for first a multiple of 32. The four
// addresses that swizzling makes are computed once; all else is known to the compiler.
template <bool ALONG_K, int WIDTH>
struct Reader {
    unsigned offsets[4];

    __device__ explicit Reader(int first) {
        int t = threadIdx.x % 4, g = threadIdx.x % 32 / 4;
#pragma unroll
        for (int i = 0; i < 4; i++) {
            offsets[i] = ALONG_K ? swizzled<true, WIDTH>(4 * i + t, first + g)
                                 : swizzled<false, WIDTH>(t, first + 8 * i + g);
        }
    }

    __device__ float read(const float* tile, int k4, int m8) const {
        return ALONG_K ? tile[offsets[k4] + m8 * 8 * TENSOR_DEPTH]
                       : tile[offsets[m8 % 4] + k4 * 4 * WIDTH + m8 / 4 * 32];
    }
};

// WARPS_M x WARPS_N warps, each with FRAGMENTS_M x FRAGMENTS_N results of 16 x 8.
template <int WARPS_M, int WARPS_N, int FRAGMENTS_M, int FRAGMENTS_N>
struct TensorTile {
    static constexpr int THREADS = 32 * WARPS_M * WARPS_N;
    static constexpr int M = WARPS_M * 16 * FRAGMENTS_M;
    static constexpr int N = WARPS_N * 8 * FRAGMENTS_N;
    static constexpr int DEPTH = TENSOR_DEPTH;
    static constexpr int STAGES = 3; // 48 KB for 128 x 128, what any GPU grants without being asked
    static constexpr bool TF32 = true;

    using Sums = float[FRAGMENTS_M][FRAGMENTS_N][4];

    template <class A, class B>
    static __device__ void fetch(A& a, B& b, float* as, float* bs) {
        ToStage<A::ALONG_K, M> sinkA{as};
        ToStage<B::ALONG_K, N> sinkB{bs};
        a.each(sinkA);
        b.each(sinkB);
        a.advance();
        b.advance();
    }

    template <class A, class B, class Result>
    static __device__ void run(A a, B b, const Result& result, int m0, int n0, int tiles) {
        __shared__ __align__(16) float as[STAGES][M * DEPTH];
        __shared__ __align__(16) float bs[STAGES][N * DEPTH];
        int warp = threadIdx.x / 32;
        int m = warp / WARPS_N * 16 * FRAGMENTS_M, n = warp % WARPS_N * 8 * FRAGMENTS_N;
        Reader<A::ALONG_K, M> readA(m);
        Reader<B::ALONG_K, N> readB(n);
        Sums sums = {};

        for (int stage = 0; stage < STAGES - 1; stage++) {
            if (stage < tiles) {
                fetch(a, b, as[stage], bs[stage]);
            }
            commitCopies(); // an empty group counts, too, so the waits below need no other case
        }
        int current = 0, free = STAGES - 1;
        for (int tile = 0; tile < tiles; tile++) {
            awaitCopies<STAGES - 2>();
            __syncthreads(); // everybody's copies of this tile are there, and nobody reads the one before it any more
            if (tile + STAGES - 1 < tiles) {
                fetch(a, b, as[free], bs[free]);
            }
            commitCopies();
            multiply<A, B>(as[current], bs[current], readA, readB, sums);
            free = current;
            current = current + 1 == STAGES ? 0 : current + 1;
        }
        write(result, m0 + m, n0 + n, sums);
    }

    template <class A, class B>
    static __device__ void multiply(
            const float* as, const float* bs, const Reader<A::ALONG_K, M>& readA, const Reader<B::ALONG_K, N>& readB, Sums& sums) {
#pragma unroll
        for (int k4 = 0; k4 < DEPTH / 4; k4 += 2) {
            unsigned left[FRAGMENTS_M][4], right[FRAGMENTS_N][2];
#pragma unroll
            for (int i = 0; i < FRAGMENTS_M * 4; i++) {
                float number = readA.read(as, k4 + i % 4 / 2, i / 4 * 2 + i % 2);
                left[i / 4][i % 4] = A::ROUNDED ? __float_as_uint(number) : toTf32(number);
            }
#pragma unroll
            for (int j = 0; j < FRAGMENTS_N * 2; j++) {
                float number = readB.read(bs, k4 + j % 2, j / 2);
                right[j / 2][j % 2] = B::ROUNDED ? __float_as_uint(number) : toTf32(number);
            }
#pragma unroll
            for (int i = 0; i < FRAGMENTS_M; i++) {
#pragma unroll
                for (int j = 0; j < FRAGMENTS_N; j++) {
                    mma16x8x8(sums[i][j], left[i], right[j]);
                }
            }
        }
    }

    template <class Result>
    static __device__ void write(const Result& result, int m, int n, const Sums& sums) {
        int t = threadIdx.x % 4, g = threadIdx.x % 32 / 4;
        Places<2> places[FRAGMENTS_N];
#pragma unroll
        for (int j = 0; j < FRAGMENTS_N; j++) {
            places[j] = result.template place<2>(n + 8 * j + 2 * t);
        }
#pragma unroll
        for (int i = 0; i < FRAGMENTS_M * 2; i++) {
            ResultRow row = result.row(m + 8 * i + g);
#pragma unroll
            for (int j = 0; j < FRAGMENTS_N; j++) {
                float pair[2] = {sums[i / 2][j][i % 2 * 2], sums[i / 2][j][i % 2 * 2 + 1]};
                row.put(places[j], pair);
            }
        }
    }
};

using Tensor128 = TensorTile<2, 2, 4, 8>;    // 128 x 128
using Tensor64x128 = TensorTile<1, 4, 4, 4>; // for up to 64 output channels
using Tensor64 = TensorTile<2, 2, 2, 4>;     // for small problems: more blocks
