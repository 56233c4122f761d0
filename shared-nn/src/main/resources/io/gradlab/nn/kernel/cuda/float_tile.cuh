// The fp32 matrix product of one block of threads, C[m, n] = sum over k of A[k, m] * B[k, n]:
//
//     for m: for n: for k: c[m][n] += a[k][m] * b[k][n];
//
// What bounds it: multiplications. A thread's 8 x 8 results take 16 numbers from shared memory for 64 multiplications, a
// block's 128 x 128 results take 256 numbers from global memory for 16,384. So written: while the tile of one buffer is
// multiplied, the next one is already on its way into registers; one barrier a tile. A warp's threads stand 4 x 8, each with
// quads of neighbours, so that a 16-byte read of shared memory serves a whole warp without bank conflicts.
#pragma once

#include "results.cuh"

template <bool ALONG, int COUNT>
struct ToRegisters {
    static constexpr bool ALONG_K = ALONG;
    float held[COUNT];

    __device__ void quad(int e, int, int, int, const float* from, bool exists) {
        float4 four = exists ? *reinterpret_cast<const float4*>(from) : make_float4(0, 0, 0, 0);
        held[e] = four.x;
        held[e + 1] = four.y;
        held[e + 2] = four.z;
        held[e + 3] = four.w;
    }

    __device__ void one(int e, int, int, int, const float* from, bool exists) { held[e] = exists ? *from : 0.0f; }
};

template <bool ALONG, int COUNT, int PITCH>
struct ToShared {
    static constexpr bool ALONG_K = ALONG;
    const float (&held)[COUNT];
    float (*tile)[PITCH];

    __device__ void quad(int e, int k, int m, int further, const float*, bool) {
        if (ALONG_K) {
#pragma unroll
            for (int i = 0; i < 4; i++) {
                tile[k + i][m + further] = held[e + i];
            }
        } else {
            *reinterpret_cast<float4*>(&tile[k + further][m]) =
                    make_float4(held[e], held[e + 1], held[e + 2], held[e + 3]);
        }
    }

    __device__ void one(int e, int k, int m, int further, const float*, bool) {
        tile[ALONG_K ? k : k + further][ALONG_K ? m + further : m] = held[e];
    }
};

// WARPS_M x WARPS_N warps, each with 16 * QUADS_M x 32 * QUADS_N results, 4 * QUADS_M x 4 * QUADS_N a thread.
template <int WARPS_M, int WARPS_N, int QUADS_M, int QUADS_N, int STEPS>
struct FloatTile {
    static constexpr int THREADS = 32 * WARPS_M * WARPS_N;
    static constexpr int M = WARPS_M * 16 * QUADS_M;
    static constexpr int N = WARPS_N * 32 * QUADS_N;
    static constexpr int DEPTH = STEPS;
    static constexpr bool TF32 = false;
    static constexpr int PAD = 4; // floats; keeps rows apart by other than a multiple of all banks

    template <class Operand, int PITCH>
    static __device__ void store(
            const Operand& operand, const ToRegisters<Operand::ALONG_K, Operand::COUNT>& from,
            float (*to)[PITCH]) {
        ToShared<Operand::ALONG_K, Operand::COUNT, PITCH> sink{from.held, to};
        operand.each(sink);
    }

    // Multiplies `tiles` tiles and hands the results to `result`, whose tile begins at (m0, n0).
    template <class A, class B, class Result>
    static __device__ void run(A a, B b, const Result& result, int m0, int n0, int tiles) {
        __shared__ __align__(16) float as[2][DEPTH][M + PAD];
        __shared__ __align__(16) float bs[2][DEPTH][N + PAD];
        int warp = threadIdx.x / 32, lane = threadIdx.x % 32;
        int m = warp / WARPS_N * 16 * QUADS_M + lane / 8 * 4;
        int n = warp % WARPS_N * 32 * QUADS_N + lane % 8 * 4;
        float sums[QUADS_M * 4][QUADS_N * 4] = {};
        ToRegisters<A::ALONG_K, A::COUNT> nextA;
        ToRegisters<B::ALONG_K, B::COUNT> nextB;

        if (tiles > 0) {
            a.each(nextA);
            b.each(nextB);
            store(a, nextA, as[0]);
            store(b, nextB, bs[0]);
        }
        __syncthreads(); // the first tile is complete
        for (int tile = 0; tile < tiles; tile++) {
            bool more = tile + 1 < tiles;
            if (more) {
                a.advance();
                b.advance();
                a.each(nextA);
                b.each(nextB);
            }
            multiply(as[tile % 2], bs[tile % 2], m, n, sums);
            if (more) {
                store(a, nextA, as[(tile + 1) % 2]);
                store(b, nextB, bs[(tile + 1) % 2]);
            }
            __syncthreads(); // the next tile is complete, and nobody reads this one any more
        }

        Places<4> places[QUADS_N];
#pragma unroll
        for (int v = 0; v < QUADS_N; v++) {
            places[v] = result.template place<4>(n0 + n + v * 32);
        }
#pragma unroll
        for (int i = 0; i < QUADS_M * 4; i++) {
            ResultRow row = result.row(m0 + m + i / 4 * 16 + i % 4);
#pragma unroll
            for (int v = 0; v < QUADS_N; v++) {
                float quad[4] = {sums[i][v * 4], sums[i][v * 4 + 1], sums[i][v * 4 + 2], sums[i][v * 4 + 3]};
                row.put(places[v], quad);
            }
        }
    }

    static __device__ void multiply(
            const float (*as)[M + PAD], const float (*bs)[N + PAD], int m, int n, float (&sums)[QUADS_M * 4][QUADS_N * 4]) {
#pragma unroll
        for (int k = 0; k < DEPTH; k++) {
            float4 left[QUADS_M], right[QUADS_N];
#pragma unroll
            for (int u = 0; u < QUADS_M; u++) {
                left[u] = *reinterpret_cast<const float4*>(&as[k][m + u * 16]);
            }
#pragma unroll
            for (int v = 0; v < QUADS_N; v++) {
                right[v] = *reinterpret_cast<const float4*>(&bs[k][n + v * 32]);
            }
#pragma unroll
            for (int u = 0; u < QUADS_M; u++) {
#pragma unroll
                for (int v = 0; v < QUADS_N; v++) {
                    const float x[4] = {left[u].x, left[u].y, left[u].z, left[u].w};
                    const float y[4] = {right[v].x, right[v].y, right[v].z, right[v].w};
#pragma unroll
                    for (int i = 0; i < 16; i++) {
                        float& sum = sums[u * 4 + i / 4][v * 4 + i % 4];
                        sum = fmaf(x[i / 4], y[i % 4], sum);
                    }
                }
            }
        }
    }
};

using Float128 = FloatTile<4, 2, 2, 2, 8>;      // 128 x 128, for all that is large enough to fill the GPU with such tiles
using Float64x128 = FloatTile<2, 2, 2, 2, 8>;   // for up to 64 output channels
using Float64 = FloatTile<4, 2, 1, 1, 16>;      // for small problems: more blocks
using Float16x128 = FloatTile<1, 4, 1, 1, 16>;  // for 1 or 3 channels
