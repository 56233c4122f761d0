package io.gradlab.nn.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradlab.nn.metric.ConfusionMatrix.Confusion;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    // rows: true class; class 0: 2 right, 1 as 1; class 1: 1 right, 2 as 0, 1 as 2; class 2: 1 right; class 3: none
    private final ConfusionMatrix matrix =
            ConfusionMatrix.of(4, new int[] {0, 0, 0, 1, 1, 1, 1, 2}, new int[] {0, 0, 1, 1, 0, 0, 2, 2});

    @Test
    void countsByTrueAndPredictedClass() {
        assertThat(matrix.count(1, 0)).isEqualTo(2);
        assertThat(matrix.count(0, 1)).isEqualTo(1);
        assertThat(matrix.samples(1)).isEqualTo(4);
        assertThat(matrix.total()).isEqualTo(8);
    }

    @Test
    void accuracyIsTheShareOfTheDiagonal() {
        assertThat(matrix.accuracy()).isEqualTo(4.0 / 8);
        assertThat(matrix.perClassAccuracy()).containsExactly(2.0 / 3, 1.0 / 4, 1.0, Double.NaN);
        assertThat(new ConfusionMatrix(3).accuracy()).isNaN();
    }

    @Test
    void falseOnesAreCountedAlongRowAndColumn() {
        assertThat(matrix.falseNegatives(1)).isEqualTo(3);
        assertThat(matrix.falsePositives(0)).isEqualTo(2);
        assertThat(matrix.falsePositives(3)).isZero();
    }

    @Test
    void oneVersusRestSumsToTheTotal() {
        OneVsRest zero = matrix.oneVsRest(0);

        assertThat(zero).isEqualTo(new OneVsRest(2, 2, 1, 3));
        assertThat(zero.precision()).isEqualTo(0.5);
        assertThat(zero.recall()).isEqualTo(2.0 / 3);
        assertThat(zero.f1()).isEqualTo(4.0 / 7);
        assertThat(zero.toArray()).isDeepEqualTo(new long[][] {{2, 1}, {2, 3}});
        assertThat(matrix.oneVsRest(3).recall()).isNaN();
    }

    @Test
    void commonestMistakesComeFirstAndEqualOnesInOrder() {
        assertThat(matrix.mostConfused(2)).containsExactly(new Confusion(1, 0, 2), new Confusion(0, 1, 1));
        assertThat(matrix.mostConfused(9)).hasSize(3);
    }

    @Test
    void csvQuotesNames() {
        ConfusionMatrix two = ConfusionMatrix.of(2, new int[] {0, 1, 1}, new int[] {0, 0, 1});

        assertThat(two.toCsv(List.of("cat, small", "a \"dog\"")))
                .isEqualTo("true \\ predicted,\"cat, small\",\"a \"\"dog\"\"\"\n"
                        + "\"cat, small\",1,0\n\"a \"\"dog\"\"\",1,1\n");
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.add(4, 0))
                .withMessage("A label is in 0 .. 3 here, but got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfusionMatrix.of(2, new int[2], new int[3]))
                .withMessageContaining("2 labels and 3 predictions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix.toCsv(List.of("a")))
                .withMessageContaining("4 classes");
    }
}
