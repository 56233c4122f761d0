// target sm_80
// version 7.0
// What the tensor cores can do at best through mma.sync, in TF32: products [16, 8] · [8, 8] of a warp that depend on nothing
// but registers.
//
//     for round in 0 .. rounds - 1: for i in 0 .. 3: sum[i] += a · b
//
// Four sums of a warp hide a product's latency. On Hopper, which has a faster instruction beside this one (wgmma), about 60 %
// of the data sheet is what mma.sync reaches.
#include "mma.cuh"

extern "C" __global__ void ceiling_tf32(float* out, float factor, int rounds) {
    unsigned a[4], b[2];
    for (int i = 0; i < 4; i++) a[i] = toTf32(factor * float(i + 1));
    for (int i = 0; i < 2; i++) b[i] = toTf32(factor / float(i + 1));
    float sum[4][4] = {};
#pragma unroll 8
    for (int round = 0; round < rounds; round++) {
#pragma unroll
        for (int i = 0; i < 4; i++) mma16x8x8(sum[i], a, b);
    }
    float all = 0;
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 4; j++) all += sum[i][j];
    }
    out[(long long)blockIdx.x * blockDim.x + threadIdx.x] = all;
}
