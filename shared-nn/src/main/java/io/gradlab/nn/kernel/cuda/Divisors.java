package io.gradlab.nn.kernel.cuda;

/** Prepares divisors for kernels, which divide by a multiplication and a shift: see {@code divisor.cuh}. */
final class Divisors {
    private Divisors() {}

    /** Returns the factor in the lower and the shift in the upper 32 bits; {@code divisor} is at least 1. */
    static long bits(int divisor) {
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(divisor - 1); // ⌈log2⌉
        long factor = ((1L << shift) - divisor << Integer.SIZE) / divisor + 1;
        return (long) shift << Integer.SIZE | factor;
    }
}
