package io.gradlab.nn.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The stated errors, and what happens at the ends. */
class PolynomialsTest {

    @Test
    void expHasARelativeErrorBelow2e7() {
        double worst = 0;
        for (float x = -87.3f; x < 88.3f; x += 0.00137f) {
            worst = Math.max(worst, Math.abs(Polynomials.exp(x) / StrictMath.exp(x) - 1));
        }
        assertThat(worst).isLessThan(2e-7);
    }

    @Test
    void expEndsInZeroAndInALargeFiniteNumber() {
        assertThat(Polynomials.exp(-1000)).isZero();
        assertThat(Polynomials.exp(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(Polynomials.exp(1000)).isFinite().isGreaterThan(1e38f);
        assertThat(Polynomials.exp(0)).isEqualTo(1);
        assertThat(Polynomials.exp(Float.NaN)).isNaN();
    }

    @Test
    void tanhAndSigmoidHaveAnErrorBelow3e7AndSaturate() {
        double worst = 0;
        for (float x = -20; x < 20; x += 0.00073f) {
            worst = Math.max(worst, Math.abs(Polynomials.tanh(x) - StrictMath.tanh(x)));
            worst = Math.max(worst, Math.abs(Polynomials.sigmoid(x) - 1 / (1 + StrictMath.exp(-x))));
        }
        assertThat(worst).isLessThan(3e-7);
        assertThat(Polynomials.tanh(1000)).isEqualTo(1);
        assertThat(Polynomials.tanh(-1000)).isEqualTo(-1);
        assertThat(Polynomials.sigmoid(-1000)).isZero();
        assertThat(Polynomials.sigmoid(1000)).isEqualTo(1);
    }
}
