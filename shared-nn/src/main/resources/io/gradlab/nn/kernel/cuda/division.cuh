// Division by a number that is the same for all threads: a GPU has no instruction for it, and takes some twenty; with the right
// multiplier, worked out once on the host (Division.java), it takes three (Granlund and Montgomery, 1994).
#pragma once

struct Divisor {
    int value;
    unsigned long long magic; // the multiplier, and how far to shift in the upper half

    // n / value, for 0 <= n < 2^31.
    __device__ __forceinline__ int quotient(int n) const {
        return (__umulhi(n, static_cast<unsigned>(magic)) + n) >> (magic >> 32);
    }
};
