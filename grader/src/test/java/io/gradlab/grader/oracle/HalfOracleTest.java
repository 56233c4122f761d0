package io.gradlab.grader.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import org.junit.jupiter.api.Test;

class HalfOracleTest {
    private static final int INFINITE = 0x7C00;

    @Test
    void everyNumberThatIsAFloat16KeepsItsBits() {
        for (int bits = 0; bits < 0x10000; bits++) {
            if ((bits & 0x7FFF) < INFINITE && bits != 0x8000) {
                assertThat(HalfOracle.value(bits)).isEqualTo(Float.float16ToFloat((short) bits));
                assertThat(HalfOracle.bits(HalfOracle.value(bits))).isEqualTo(bits);
            }
        }
    }

    @Test
    void othersAreRoundedToTheNearest() {
        RandomStream random = new Seed(16).stream("floats");
        for (int i = 0; i < 100_000; i++) {
            float x = random.gaussian(i) * (float) Math.pow(10, random.below(-i - 1, 12) - 8);
            if (Math.abs(x) <= 65504) {
                assertThat((short) HalfOracle.bits(x)).as("%s", x).isEqualTo(Float.floatToFloat16(x));
            }
        }
    }
}
