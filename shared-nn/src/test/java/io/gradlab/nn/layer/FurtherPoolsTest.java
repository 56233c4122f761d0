package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adaptive average pool and the max-pool with partial windows; expected values worked out by hand. */
class FurtherPoolsTest {
    private static final Seed SEED = new Seed(5);
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    @Test
    void fiveColumnsBecomeThreeOverlappingMeans() {
        Tensor row = Tensor.of(Shape.of(1, 1, 1, 5), new float[] {1, 2, 3, 4, 10});
        Tensor pooled = new AdaptiveAveragePool2d(1, 3).forward(row, Pass.evaluation());
        assertThat(pooled.data()).containsExactly(new float[] {1.5f, 3, 7}, CLOSE); // columns 0–1, 1–3, 3–4
    }

    @Test
    void twoColumnsBecomeSevenOfWhichTheMiddleOneMixes() {
        Tensor row = Tensor.of(Shape.of(1, 1, 1, 2), new float[] {1, 3});
        Tensor pooled = new AdaptiveAveragePool2d(1, 7).forward(row, Pass.evaluation());
        assertThat(pooled.data()).containsExactly(new float[] {1, 1, 1, 2, 3, 3, 3}, CLOSE);
    }

    @Test
    void sevenBySevenStaysAsItIsAndOneByOneIsTheGlobalMean() {
        Tensor images = SEED.stream("x").uniforms(Shape.of(2, 3, 7, 7), -1, 1);
        assertThat(new AdaptiveAveragePool2d(7, 7)
                        .forward(images, Pass.evaluation())
                        .data())
                .containsExactly(images.data());
        float[] means = new AdaptiveAveragePool2d(1, 1)
                .forward(images, Pass.evaluation())
                .data();
        float sum = 0;
        for (int i = 0; i < 49; i++) {
            sum += images.data()[i];
        }
        assertThat(means).hasSize(6);
        assertThat(means[0]).isCloseTo(sum / 49, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"7, 7, 2, 2", "1, 1, 5, 4", "3, 2, 8, 5", "7, 7, 7, 9"})
    void theAdaptivePoolsBackwardPassIsItsTranspose(int height, int width, int rows, int columns) {
        assertTranspose(new AdaptiveAveragePool2d(height, width), Shape.of(2, 3, rows, columns));
    }

    @Test
    void partialWindowsCount() {
        Tensor image = Tensor.of(Shape.of(1, 1, 3, 3), new float[] {-1, -2, -3, -4, -5, -6, -7, -8, -9});
        CeilMaxPool2d pool = new CeilMaxPool2d(2, 2);
        assertThat(pool.forward(image, Pass.evaluation()).shape()).isEqualTo(Shape.of(1, 1, 2, 2));
        assertThat(pool.forward(image, Pass.evaluation()).data()).containsExactly(-1, -3, -7, -9);
        assertThat(pool.backward(Tensor.of(Shape.of(1, 1, 2, 2), new float[] {1, 2, 3, 4}))
                        .data())
                .containsExactly(1, 0, 2, 0, 0, 0, 3, 0, 4);
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 4, 2", "2, 2, 5, 3", "3, 2, 5, 2", "3, 2, 6, 3", "3, 1, 2, 1"})
    void hasTheOutputSizeOfCeilMode(int side, int stride, int length, int output) {
        assertThat(new CeilMaxPool2d(side, stride).outputShape(Shape.of(1, 1, length, length)))
                .isEqualTo(Shape.of(1, 1, output, output));
    }

    @Test
    void wrongInputsAreRefused() {
        assertThatThrownBy(() -> new AdaptiveAveragePool2d(7, 7).outputShape(Shape.of(2, 3)))
                .isInstanceOf(ShapeMismatch.class);
        assertThatThrownBy(() -> new CeilMaxPool2d(2, 2).outputShape(Shape.of(2, 3)))
                .isInstanceOf(ShapeMismatch.class);
        assertThatThrownBy(() -> new CeilMaxPool2d(2, 3)).hasMessageContaining("stride 3");
    }

    /** Checks that ⟨pool(x), g⟩ = ⟨x, backward(g)⟩, which holds for a linear layer and its transpose alone. */
    private static void assertTranspose(Layer pool, Shape shape) {
        Tensor input = SEED.stream("x").uniforms(shape, -1, 1);
        Tensor gradient = SEED.stream("g").uniforms(pool.outputShape(shape), -1, 1);
        double forward = product(pool.forward(input, Pass.evaluation()), gradient);
        assertThat(product(input, pool.backward(gradient))).isCloseTo(forward, Offset.offset(1e-5));
    }

    private static double product(Tensor one, Tensor other) {
        double sum = 0;
        for (int i = 0; i < one.size(); i++) {
            sum += (double) one.data()[i] * other.data()[i];
        }
        return sum;
    }
}
