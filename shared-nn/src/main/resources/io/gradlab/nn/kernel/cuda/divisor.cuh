// Division by a number that is known before the launch: a multiplication and a shift instead of some thirty instructions.
#pragma once

// The quotient of n, 0 <= n < 2^31, by d is (n + n * factor / 2^32) / 2^shift, rounded down at each step, with
// shift = ceil(log2 d) and factor = 2^32 * (2^shift - d) / d + 1 (Granlund and Montgomery, 1994, section 4).
struct Divisor {
    unsigned factor;
    unsigned shift;

    // The two halves as the host packs them: the shift in the upper 32 bits.
    __device__ explicit Divisor(unsigned long long bits) : factor((unsigned)bits), shift((unsigned)(bits >> 32)) {}

    __device__ int quotient(int n) const {
        unsigned upper = (unsigned)((unsigned long long)(unsigned)n * factor >> 32);
        return (int)((upper + (unsigned)n) >> shift);
    }
};
