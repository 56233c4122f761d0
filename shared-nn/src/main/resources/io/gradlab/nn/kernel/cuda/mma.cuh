// The tensor cores' product of small matrices, in TF32 (compute capability 8.0 and above): floats with ten bits after the
// point, sums in float32.
#pragma once

// Returns x rounded to TF32, halves away from zero.
__device__ __forceinline__ unsigned toTf32(float x) {
#ifdef SHIM
    return shim_tf32(x);
#else
    unsigned bits;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(bits) : "f"(x));
    return bits;
#endif
}

// d += a · b, [16, 8] = [16, 8] · [8, 8], spread over a warp. With g = lane / 4 and t = lane % 4:
//     a = A[g][t], A[g + 8][t], A[g][t + 4], A[g + 8][t + 4]
//     b = B[t][g], B[t + 4][g]
//     d = D[g][2t], D[g][2t + 1], D[g + 8][2t], D[g + 8][2t + 1]
__device__ __forceinline__ void mma16x8x8(float (&d)[4], const unsigned (&a)[4], const unsigned (&b)[2]) {
#ifdef SHIM
    shim_mma_m16n8k8(d, a, b);
#else
    asm volatile("mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0,%1,%2,%3}, {%4,%5,%6,%7}, {%8,%9}, {%0,%1,%2,%3};"
        : "+f"(d[0]), "+f"(d[1]), "+f"(d[2]), "+f"(d[3])
        : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "r"(b[0]), "r"(b[1]));
#endif
}
