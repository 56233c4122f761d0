package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

/** A product and a shift divide as division does, for any dividend and divisor. */
class DivisorsTest {
    private static final int[] EDGES = {0, 1, 2, 3, 7, 255, 256, 257, 65_535, 1 << 30, (1 << 30) + 1, Integer.MAX_VALUE
    };

    @Test
    void quotientsAreExact() {
        RandomStream random = new Seed(1).stream("division");
        for (int i = 0; i < 2000; i++) {
            int divisor = 1 + random.below(i, 1 << 1 + i % 30);
            long bits = Divisors.bits(divisor);
            for (int n = 0; n < 50; n++) {
                int dividend = random.below(100_000L * i + n, Integer.MAX_VALUE);
                requireExact(dividend, divisor, bits);
                requireExact(Math.min(Integer.MAX_VALUE, dividend / divisor * divisor), divisor, bits);
                requireExact(Math.max(0, dividend / divisor * divisor - 1), divisor, bits);
            }
        }
        for (int divisor : EDGES) {
            for (int dividend : EDGES) {
                if (divisor > 0) {
                    requireExact(dividend, divisor, Divisors.bits(divisor));
                }
            }
        }
    }

    /** Returns what divisor.cuh computes. */
    private static int quotient(int n, long bits) {
        long upper = n * (bits & 0xFFFFFFFFL) >>> 32;
        return (int) (upper + n >>> (bits >>> 32));
    }

    private static void requireExact(int dividend, int divisor, long bits) {
        assertThat(quotient(dividend, bits)).as("%d / %d", dividend, divisor).isEqualTo(dividend / divisor);
    }
}
