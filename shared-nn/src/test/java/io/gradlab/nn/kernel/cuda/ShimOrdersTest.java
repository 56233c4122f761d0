package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither the order of a block's threads nor that of the blocks, nor how many there are, changes a bit of a result. */
@Tag("shim")
class ShimOrdersTest {
    private final Tensor images = new Seed(1).stream("x").uniforms(Shape.of(70, 3, 11, 13), -1, 1);
    private final Tensor other = new Seed(2).stream("x").uniforms(images.shape(), -1, 1);

    @BeforeEach
    void requireCompiler() {
        ShimKernels.requireCompiler();
    }

    @Test
    void sumsHaveTheSameBitsInAnyOrder() {
        List<List<float[]>> results = new ArrayList<>();
        for (ShimDriver.Order order : ShimDriver.Order.values()) {
            try (ShimDriver driver = new ShimDriver().inOrder(order)) {
                results.add(sums(OnDevice.of(new CudaKernels(driver, Precision.FP32))));
            }
        }
        for (List<float[]> result : results) {
            for (int i = 0; i < result.size(); i++) {
                assertThat(result.get(i))
                        .as("result %d", i)
                        .containsExactly(results.getFirst().get(i));
            }
        }
    }

    private List<float[]> sums(Kernels kernels) {
        List<float[]> results = new ArrayList<>();
        Tensor channels = Tensor.zeros(3);
        kernels.sumChannels(images, channels);
        results.add(channels.data());
        Tensor rows = Tensor.zeros(13);
        kernels.sumRows(images.reshape(images.size() / 13, 13), rows);
        results.add(rows.data());
        results.add(new float[] {(float) (kernels.sumOfSquares(images) * 1e9)});
        Tensor mean = Tensor.zeros(3);
        Tensor variance = Tensor.zeros(3);
        Tensor y = Tensor.zeros(images.shape());
        Tensor gamma = Tensor.vector(1, 2, 3);
        kernels.batchNorm(images, gamma, gamma, 1e-5, mean, variance, Epilogue.RELU, y);
        results.addAll(List.of(mean.data(), variance.data(), y.data()));
        Tensor dGamma = Tensor.zeros(3);
        Tensor dBeta = Tensor.zeros(3);
        Tensor dx = Tensor.zeros(images.shape());
        kernels.batchNormGradient(images, other, gamma, 1e-5, mean, variance, dGamma, dBeta, dx);
        results.addAll(List.of(dGamma.data(), dBeta.data(), dx.data()));
        Tensor softmax = Tensor.zeros(70, 429);
        kernels.softmax(images.reshape(70, 429), softmax);
        Tensor gradient = Tensor.zeros(70, 429);
        double loss = kernels.softmaxCrossEntropy(images.reshape(70, 429), softmax, gradient);
        results.addAll(List.of(softmax.data(), gradient.data(), new float[] {(float) (loss * 1e6)}));
        WindowGeometry window = WindowGeometry.square(3, 2, 1);
        Tensor pooled = new Seed(3).stream("dy").uniforms(window.output(images.shape(), 3), -1, 1);
        kernels.maxPoolGradient(window, images, pooled, dx);
        results.add(dx.data().clone());
        return results;
    }

    @Test
    void fewBlocksDoAllTheWorkInMoreTurns() {
        try (ShimDriver driver = new ShimDriver()) {
            CudaKernels kernels = new CudaKernels(driver, Precision.FP32);
            Stream stream = kernels.stream();
            for (int size : new int[] {1, 3, 64 * 8, 64 * 8 + 5, 10_007}) {
                Tensor x = kernels.copyOf(new Seed(size).stream("x").uniforms(Shape.of(size), -1, 1));
                Tensor dy = kernels.copyOf(new Seed(size).stream("dy").uniforms(Shape.of(size), -1, 1));
                Tensor expected = kernels.allocate(x.shape());
                Tensor actual = kernels.allocate(x.shape());
                kernels.activate(ActivationKind.RELU, x, expected);
                stream.kernel("elements", "relu")
                        .on(Grid.of(2, 32))
                        .tensor(x)
                        .tensor(actual)
                        .integer(size)
                        .go();
                assertThat(actual.toHost().data())
                        .containsExactly(expected.toHost().data());
                kernels.activationGradient(ActivationKind.SIGMOID, x, dy, expected);
                stream.kernel("elements", "sigmoid_gradient")
                        .on(Grid.of(2, 32))
                        .tensor(x)
                        .tensor(dy)
                        .tensor(actual)
                        .integer(size)
                        .go();
                assertThat(actual.toHost().data())
                        .containsExactly(expected.toHost().data());
            }
        }
    }
}
