package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is no number is not hidden: training that diverges has to be seen. */
public class NotANumberTest {
    private static final float NAN = Float.NaN;

    private final Kernels kernels = KernelChoices.fast();

    @Test
    void activationsHandItOn() {
        Tensor x = Tensor.vector(1, NAN, -1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        Tensor y = Tensor.zeros(5);
        kernels.activate(ActivationKind.RELU, x, y);
        assertThat(y.data()).containsExactly(1, NAN, 0, Float.POSITIVE_INFINITY, 0);
        kernels.activate(ActivationKind.LINEAR, x, y);
        assertThat(y.data()).containsExactly(x.data());
        kernels.activate(ActivationKind.SIGMOID, x, y);
        assertThat(y.at(1)).isNaN();
        assertThat(y.at(3)).isEqualTo(1);
        assertThat(y.at(4)).isZero();
        kernels.activate(ActivationKind.TANH, x, y);
        assertThat(y.at(1)).isNaN();
        kernels.leakyRelu(0.1, x, y);
        assertThat(y.at(1)).isNaN();
    }

    @Test
    void largestValuesOfPairsHandItOn() {
        Tensor y = Tensor.zeros(1, 1, 1, 2);
        for (int at = 0; at < 4; at++) {
            Tensor x = Tensor.of(Shape.of(1, 1, 2, 4), new float[] {1, 2, 3, 4, 5, 6, 7, 8});
            x.data()[at / 2 * 4 + at % 2] = NAN;
            kernels.maxPool(WindowGeometry.square(2, 2, 0), x, y);
            assertThat(y.data()).as("at %d", at).containsExactly(NAN, 8);
        }
    }

    @Test
    void softmaxHandsItOnInItsRow() {
        Tensor logits = Tensor.matrix(new float[] {1, NAN, 3}, new float[] {0, 0, 0});
        Tensor out = Tensor.zeros(2, 3);
        kernels.softmax(logits, out);
        assertThat(out.data()).startsWith(NAN, NAN, NAN).endsWith(1 / 3f, 1 / 3f, 1 / 3f);
        Tensor targets = Tensor.matrix(new float[] {1, 0, 0}, new float[] {1, 0, 0});
        assertThat(kernels.softmaxCrossEntropy(logits, targets, out)).isNaN();
    }

    @Test
    void batchNormHandsItOnInItsChannel() {
        Tensor x = Tensor.of(Shape.of(2, 2, 1, 2), new float[] {1, NAN, 3, 4, 5, 6, 7, 8});
        Tensor ones = Tensor.vector(1, 1);
        Tensor mean = Tensor.zeros(2);
        Tensor variance = Tensor.zeros(2);
        Tensor y = Tensor.zeros(x.shape());
        kernels.batchNorm(x, ones, Tensor.zeros(2), 1e-5, mean, variance, Epilogue.RELU, y);
        assertThat(mean.data()).containsExactly(NAN, 5.5f);
        assertThat(variance.data()).containsExactly(NAN, 4.25f);
        assertThat(y.data()[0]).isNaN();
        assertThat(y.data()[2]).isZero();
    }

    @Test
    void sumsHandItOn() {
        assertThat(kernels.sumOfSquares(Tensor.vector(1, NAN, 2))).isNaN();
        assertThat(kernels.sumOfSquares(Tensor.vector(1, Float.NEGATIVE_INFINITY)))
                .isInfinite();
        assertThat(kernels.sumOfSquares(Tensor.vector(3e38f, 3e38f)))
                .isGreaterThan(1e77)
                .isFinite();
    }
}
