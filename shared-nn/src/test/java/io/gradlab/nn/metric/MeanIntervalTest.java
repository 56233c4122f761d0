package io.gradlab.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    @Test
    void threeValuesHaveStudentsInterval() {
        MeanInterval interval = MeanInterval.of(0.89, 0.90, 0.91);

        assertThat(interval.mean()).isEqualTo(0.90, within(1e-12));
        double quantile =
                0.95 / Math.sqrt(2 * 0.975 * 0.025); // of t with 2 degrees of freedom, which has a closed form
        assertThat(interval.margin()).isEqualTo(quantile * 0.01 / Math.sqrt(3), within(1e-9));
        assertThat(interval.percent()).isEqualTo("90.00 ± 2.48");
    }

    @Test
    void aSingleAccuracyHasTheBinomialInterval() {
        assertThat(MeanInterval.binomial(0.9, 6000).margin()).isEqualTo(0.00759, within(1e-5));
        assertThatThrownBy(() -> MeanInterval.of(0.9)).hasMessageContaining("at least 2 values");
    }

    @Test
    void clearsOnlyWhatLiesBelowTheWholeInterval() {
        MeanInterval interval = new MeanInterval(0.9, 0.01);

        assertThat(interval.clears(0.889)).isTrue();
        assertThat(interval.clears(0.891)).isFalse();
    }
}
