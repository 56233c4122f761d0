package io.gradlab.nn.kernel.cuda;

/**
 * Division by a number that is the same for all threads, as a product and a shift: {@code n / d = (mulhi(n, m) + n) >> s} for
 * 0 ≤ n &lt; 2^31 (Granlund and Montgomery, 1994, figure 4.1). The kernels' side is {@code division.cuh}.
 */
final class Division {
    private Division() {}

    /** Returns the multiplier in the lower half and the shift in the upper, for a divisor of at least 1. */
    static long magic(int divisor) {
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(divisor - 1);
        long multiplier = (1L << 32) * ((1L << shift) - divisor) / divisor + 1;
        return (long) shift << 32 | multiplier & 0xFFFFFFFFL;
    }

    /** Returns what a kernel computes, for tests. */
    static int quotient(int n, long magic) {
        long product = (n * (magic & 0xFFFFFFFFL)) >>> 32;
        return (int) ((product + n) >>> (magic >>> 32));
    }
}
