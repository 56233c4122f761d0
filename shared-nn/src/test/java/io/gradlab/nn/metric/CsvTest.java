package io.gradlab.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void numbersAreShortAndExactEnoughForFloats() {
        assertThat(Csv.number(100 * 0.883)).isEqualTo("88.3");
        assertThat(Csv.number(100)).isEqualTo("100");
        assertThat(Csv.number(-0.001)).isEqualTo("-0.001");
        assertThat(Csv.number(1.5e-9)).isEqualTo("1.5E-9");
        assertThat(Csv.number(0)).isEqualTo("0");
        assertThat(Csv.number(Double.NaN)).isEmpty();
        assertThat(Csv.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        float third = 1f / 3;
        assertThat(Float.parseFloat(Csv.number(third))).isEqualTo(third);
    }

    @Test
    void onlyWhatNeedsQuotesGetsThem() {
        assertThat(Csv.quote("T-shirt/top")).isEqualTo("T-shirt/top");
        assertThat(Csv.quote(" a")).isEqualTo("\" a\"");
        assertThat(Csv.quote("a\nb")).isEqualTo("\"a\nb\"");
    }
}
