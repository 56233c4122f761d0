// What a GPU can do at best, to hold the kernels' speeds against: multiplications with additions that depend on nothing but
// registers, as fast as the units take them.
//
//     for round in 0 .. rounds - 1: for i in 0 .. 7: sum[i] = sum[i] · factor + addend
//
// Eight sums of a thread hide an addition's latency of four to five cycles; the results are written so that no compiler
// leaves the work out.

extern "C" __global__ void ceiling_fp32(float* out, float factor, float addend, int rounds) {
    float sum[8];
    for (int i = 0; i < 8; i++) sum[i] = float(threadIdx.x + i);
#pragma unroll 16
    for (int round = 0; round < rounds; round++) {
#pragma unroll
        for (int i = 0; i < 8; i++) sum[i] = fmaf(sum[i], factor, addend);
    }
    float all = 0;
    for (int i = 0; i < 8; i++) all += sum[i];
    out[(long long)blockIdx.x * blockDim.x + threadIdx.x] = all;
}
