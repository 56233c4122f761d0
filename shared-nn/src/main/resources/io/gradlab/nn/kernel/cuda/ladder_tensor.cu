// The ladder's rung on tensor cores: the tiles of ladder_registers, multiplied by warps instead of threads. The loops that it
// computes are in ladder.cuh; docs/gpu.md walks through the ladder.
// target sm_80

#include "ladder.cuh"
#include "mma.cuh"

// 6. Four warps, each with 32 x 32 results in 2 x 4 pieces of 16 x 8. Factors are rounded to TF32 on their way to shared memory,
// whose rows are 72 numbers apart, so that the 32 numbers that a warp reads, four rows of eight, lie in 32 banks.
extern "C" __global__ void __launch_bounds__(128) ladder_tensor_cores(
        const float* x, const float* w, float* y, int images, int channels, int height, int width, int maps) {
    constexpr int TILE = 64;
    constexpr int STEPS = 16;
    Pictures p{x, w, y, images, channels, height, width, maps};
    __shared__ unsigned weights[STEPS][TILE + 8];
    __shared__ unsigned inputs[STEPS][TILE + 8];
    int tilesO = (maps + TILE - 1) / TILE;
    int o0 = blockIdx.x % tilesO * TILE, pixel0 = blockIdx.x / tilesO * TILE;
    int warp = threadIdx.x / 32, g = threadIdx.x % 32 / 4, t = threadIdx.x % 4;
    int row = warp / 2 * 32 + g, column = warp % 2 * 32 + g;
    Column at = p.column(pixel0 + threadIdx.x % TILE);
    float sums[2][4][4] = {};
    for (int k = 0; k < p.depth(); k += STEPS) {
#pragma unroll
        for (int round = 0; round < STEPS * TILE / 128; round++) {
            int i = threadIdx.x + round * 128;
            weights[i % STEPS][i / STEPS] = toTf32(p.weight(o0 + i / STEPS, k + i % STEPS));
            inputs[i / TILE][i % TILE] = toTf32(p.input(k + i / TILE, at));
        }
        __syncthreads();
#pragma unroll
        for (int step = t; step < STEPS; step += 8) {
            unsigned a[2][4], b[4][2];
#pragma unroll
            for (int i = 0; i < 8; i++) {
                a[i / 4][i % 4] = weights[step + i % 4 / 2 * 4][row + i / 4 * 16 + i % 2 * 8];
                b[i / 2][i % 2] = inputs[step + i % 2 * 4][column + i / 2 * 8];
            }
#pragma unroll
            for (int i = 0; i < 8; i++) {
                mma16x8x8(sums[i / 4][i % 4], a[i / 4], b[i % 4]);
            }
        }
        __syncthreads();
    }
    for (int i = 0; i < 32; i++) {
        int o = o0 + row + i / 16 * 16 + i % 4 / 2 * 8, pixel = pixel0 + column - g + i % 16 / 4 * 8 + 2 * t + i % 2;
        p.write(o, pixel, sums[i / 16][i % 16 / 4][i % 4]);
    }
}
