// A convolution kernel in four steps from the definition to tiles in registers, for reading and for measuring what each idea is
// worth; docs/gpu.md walks through them. The loops that each computes are in ladder.cuh.

#include "ladder.cuh"

// The sum of one result, as it is defined.
__device__ float result(const Pictures& p, int o, int pixel) {
    Column at = p.column(pixel);
    float sum = 0;
    for (int k = 0; k < p.depth(); k++) {
        sum += p.w[o * p.depth() + k] * p.input(k, at);
    }
    return sum;
}

// 1. A thread for each result; neighbouring threads have neighbouring channels, whose results lie a whole picture apart.
extern "C" __global__ void __launch_bounds__(256) ladder_naive(
        const float* x, const float* w, float* y, int images, int channels, int height, int width, int maps) {
    Pictures p{x, w, y, images, channels, height, width, maps};
    long long i = blockIdx.x * 256ll + threadIdx.x;
    int o = (int)(i % maps), pixel = (int)(i / maps);
    if (pixel < p.pixels()) {
        p.write(o, pixel, result(p, o, pixel));
    }
}

// 2. The same, but neighbouring threads have neighbouring pixels: a warp reads and writes lines of 128 bytes.
extern "C" __global__ void __launch_bounds__(256) ladder_coalesced(
        const float* x, const float* w, float* y, int images, int channels, int height, int width, int maps) {
    Pictures p{x, w, y, images, channels, height, width, maps};
    long long i = blockIdx.x * 256ll + threadIdx.x;
    int o = (int)(i / p.pixels()), pixel = (int)(i % p.pixels());
    if (o < maps) {
        p.write(o, pixel, result(p, o, pixel));
    }
}

// 3. A block computes 16 x 16 results and shares what it reads: each number comes from global memory once, not 16 times.
extern "C" __global__ void __launch_bounds__(256) ladder_shared(
        const float* x, const float* w, float* y, int images, int channels, int height, int width, int maps) {
    constexpr int TILE = 16;
    Pictures p{x, w, y, images, channels, height, width, maps};
    __shared__ float weights[TILE][TILE];
    __shared__ float inputs[TILE][TILE];
    int tilesO = (maps + TILE - 1) / TILE;
    int row = threadIdx.x / TILE, column = threadIdx.x % TILE;
    int o = blockIdx.x % tilesO * TILE + row, pixel = blockIdx.x / tilesO * TILE + column;
    Column at = p.column(pixel);
    float sum = 0;
    for (int k = 0; k < p.depth(); k += TILE) {
        weights[row][column] = p.weight(o, k + column);
        inputs[row][column] = p.input(k + row, at);
        __syncthreads();
        for (int step = 0; step < TILE; step++) {
            sum += weights[row][step] * inputs[step][column];
        }
        __syncthreads();
    }
    p.write(o, pixel, sum);
}

// 4. A block computes 64 x 64 results, each thread 4 x 4 of them in registers: eight numbers from shared memory serve sixteen
// multiplications, not two one.
extern "C" __global__ void __launch_bounds__(256) ladder_registers(
        const float* x, const float* w, float* y, int images, int channels, int height, int width, int maps) {
    constexpr int TILE = 64;
    constexpr int STEPS = 16;
    Pictures p{x, w, y, images, channels, height, width, maps};
    __shared__ float weights[STEPS][TILE + 1];
    __shared__ float inputs[STEPS][TILE];
    int tilesO = (maps + TILE - 1) / TILE;
    int o0 = blockIdx.x % tilesO * TILE, pixel0 = blockIdx.x / tilesO * TILE;
    int row = threadIdx.x / 16, column = threadIdx.x % 16;
    Column at = p.column(pixel0 + threadIdx.x % TILE);
    float sums[4][4] = {};
    for (int k = 0; k < p.depth(); k += STEPS) {
#pragma unroll
        for (int round = 0; round < STEPS * TILE / 256; round++) {
            int i = threadIdx.x + round * 256;
            weights[i % STEPS][i / STEPS] = p.weight(o0 + i / STEPS, k + i % STEPS);
            inputs[i / TILE][i % TILE] = p.input(k + i / TILE, at);
        }
        __syncthreads();
#pragma unroll
        for (int step = 0; step < STEPS; step++) {
#pragma unroll
            for (int i = 0; i < 16; i++) {
                sums[i / 4][i % 4] += weights[step][row + i / 4 * 16] * inputs[step][column + i % 4 * 16];
            }
        }
        __syncthreads();
    }
    for (int i = 0; i < 16; i++) {
        p.write(o0 + row + i / 4 * 16, pixel0 + column + i % 4 * 16, sums[i / 4][i % 4]);
    }
}
