package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Leaky ReLU and SELU against their definitions. */
public class RectifiersTest {
    private static final double SCALE = 1.0507009873554804934193349852946;
    private static final double ALPHA = 1.6732632423543772848170429916717;
    private static final double BOUND = 1e-6; // the exponential's error is below 2e-7 of at most 1, times λα

    private final Kernels kernels = KernelChoices.fast();

    private static Tensor numbers(int size) {
        Tensor x = new Seed(7).stream("x").uniforms(Shape.of(size), -9, 5);
        x.data()[0] = 0;
        return x;
    }

    private static Tensor ones(int size) {
        return new Seed(1).stream("ones").uniforms(Shape.of(size), 1, 1);
    }

    private static void near(Tensor actual, DoubleUnaryOperator expected, Tensor at, Tensor factor) {
        for (int i = 0; i < at.size(); i++) {
            assertThat((double) actual.data()[i])
                    .as("at %s", at.data()[i])
                    .isCloseTo(factor.data()[i] * expected.applyAsDouble(at.data()[i]), within(BOUND * 6));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 37, 4999})
    void seluAndItsGradient(int size) {
        Tensor x = numbers(size);
        Tensor y = Tensor.zeros(size);
        Tensor dx = Tensor.zeros(size);
        Tensor dy = new Seed(1).stream("dy").uniforms(Shape.of(size), -1, 1);
        kernels.selu(x, y);
        kernels.seluGradient(y, dy, dx);
        near(y, v -> SCALE * (v > 0 ? v : ALPHA * Math.expm1(v)), x, ones(size));
        near(dx, v -> SCALE * (v > 0 ? 1 : ALPHA * Math.exp(v)), x, dy);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5})
    void leakyReluAndItsGradient(double slope) {
        int size = 1003;
        Tensor x = numbers(size);
        Tensor y = Tensor.zeros(size);
        Tensor dx = Tensor.zeros(size);
        Tensor dy = new Seed(2).stream("dy").uniforms(Shape.of(size), -1, 1);
        kernels.leakyRelu(slope, x, y);
        kernels.leakyReluGradient(slope, y, dy, dx);
        near(y, v -> v > 0 ? v : slope * v, x, ones(size));
        near(dx, v -> v > 0 ? 1 : slope, x, dy);
    }
}
