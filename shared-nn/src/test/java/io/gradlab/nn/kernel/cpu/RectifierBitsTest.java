package io.gradlab.nn.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SELU with vectors has the bits of plain loops. */
class RectifierBitsTest {
    private final Kernels fast = CpuChoices.fast();
    private final Kernels plain = new CpuKernels(new PlainLoops("test"), new Workers(1));

    @ParameterizedTest
    @ValueSource(ints = {5, 37, 4999})
    void selu(int size) {
        Tensor x = new Seed(7).stream("x").uniforms(Shape.of(size), -9, 5);
        Tensor ones = new Seed(1).stream("ones").uniforms(Shape.of(size), 1, 1);
        Tensor y = Tensor.zeros(size);
        Tensor dx = Tensor.zeros(size);
        fast.selu(x, y);
        fast.seluGradient(y, ones, dx);
        Tensor plainY = Tensor.zeros(size);
        Tensor plainDx = Tensor.zeros(size);
        plain.selu(x, plainY);
        plain.seluGradient(plainY, ones, plainDx);
        assertThat(plainY.data()).isEqualTo(y.data());
        assertThat(plainDx.data()).isEqualTo(dx.data());
    }
}
