package io.gradlab.grader.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Shape;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void numbersHaveFourDigitsAndNoZerosAtTheEnd() {
        assertThat(Figures.of(0.04121)).isEqualTo("0.04121");
        assertThat(Figures.of(0.5)).isEqualTo("0.5");
        assertThat(Figures.of(-12.3456)).isEqualTo("-12.35");
        assertThat(Figures.of(1000)).isEqualTo("1000");
        assertThat(Figures.of(123456)).isEqualTo("123456");
        assertThat(Figures.of(1.5e-9)).isEqualTo("1.500e-09");
        assertThat(Figures.of(0)).isEqualTo("0");
    }

    @Test
    void twoNumbersGetAsManyDigitsAsTellThemApart() {
        assertThat(Figures.apart(1.00002, 1.00001)).containsExactly("1.00002", "1.00001");
        assertThat(Figures.apart(2, 1)).containsExactly("2", "1");
    }

    @Test
    void anIndexHasOneNumberForEachAxis() {
        assertThat(Figures.index(Shape.of(2, 3, 4), 23)).isEqualTo("[1,2,3]");
        assertThat(Figures.index(Shape.of(5), 4)).isEqualTo("[4]");
        assertThat(Figures.index(Shape.of(), 0)).isEmpty();
    }
}
