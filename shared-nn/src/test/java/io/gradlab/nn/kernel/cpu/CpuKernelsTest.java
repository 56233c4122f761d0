package io.gradlab.nn.kernel.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The host's kernels have the same bits with vectors and with plain loops, for any number of threads. */
class CpuKernelsTest {

    @Test
    void convolutionsHaveTheSameBitsWithVectorsAndPlainLoopsAndForAnyThreads() {
        List<Kernels> all = List.of(
                new CpuKernels(new SimdLoops(), new Workers(1)),
                new CpuKernels(new SimdLoops(), new Workers(3)),
                new CpuKernels(new PlainLoops("test"), new Workers(2)));
        for (WindowGeometry window : List.of(WindowGeometry.square(3, 1, 1), WindowGeometry.square(5, 1, 2))) {
            RandomStream random = new Seed(9).stream(window.toString());
            Tensor x = tensor(random, 1, Shape.of(5, 64, 9, 7));
            Tensor w = tensor(random, 2, Shape.of(96, 64, window.kernelHeight(), window.kernelWidth()));
            Tensor dy = tensor(random, 3, Shape.of(5, 96, 9, 7));
            List<List<Tensor>> results = all.stream()
                    .map(kernels -> {
                        Tensor y = Tensor.zeros(dy.shape());
                        Tensor dx = Tensor.zeros(x.shape());
                        Tensor dw = Tensor.zeros(w.shape());
                        kernels.conv2d(window, x, w, Tensor.zeros(96), y);
                        kernels.conv2dInputGradient(window, dy, w, dx);
                        kernels.conv2dWeightGradient(window, x, dy, dw);
                        return List.of(y, dx, dw);
                    })
                    .toList();
            for (List<Tensor> other : results) {
                for (int i = 0; i < other.size(); i++) {
                    assertThat(other.get(i).data())
                            .containsExactly(results.getFirst().get(i).data());
                }
            }
        }
    }

    @Test
    void denseLayersHaveTheSameBitsWhicheverWayIsTaken() {
        RandomStream random = new Seed(5).stream("dense");
        for (int[] sizes : new int[][] {{32, 784, 70}, {64, 300, 64}, {96, 20, 130}, {33, 50, 64}, {1, 5, 3}}) {
            Tensor x = tensor(random, 1, Shape.of(sizes[0], sizes[1]));
            Tensor w = tensor(random, 2, Shape.of(sizes[2], sizes[1]));
            Tensor bias = tensor(random, 3, Shape.of(sizes[2]));
            Tensor y = Tensor.zeros(sizes[0], sizes[2]);
            Tensor other = Tensor.zeros(y.shape());
            new CpuKernels(new SimdLoops(), new Workers(2)).dense(x, w, bias, y);
            new CpuKernels(new PlainLoops("test"), new Workers(1)).dense(x, w, bias, other);
            assertThat(y.data()).containsExactly(other.data());
        }
    }

    @Test
    void batchNormHasTheSameBits() {
        for (int[] sizes : new int[][] {{5, 3, 4, 7}, {1, 2, 6, 6}, {8, 4, 1, 1}, {3, 32, 9, 5}}) {
            RandomStream random = new Seed(6).stream("norm");
            Tensor x = tensor(random, 1, Shape.of(sizes));
            Tensor dy = tensor(random, 2, Shape.of(sizes));
            Tensor gamma = tensor(random, 3, Shape.of(sizes[1]));
            Tensor beta = tensor(random, 4, Shape.of(sizes[1]));
            Tensor mean = Tensor.zeros(sizes[1]);
            Tensor variance = Tensor.zeros(sizes[1]);
            Tensor y = Tensor.zeros(x.shape());
            Tensor dx = Tensor.zeros(x.shape());
            Tensor dGamma = Tensor.zeros(sizes[1]);
            Tensor dBeta = Tensor.zeros(sizes[1]);
            CpuKernels fast = new CpuKernels(new SimdLoops(), new Workers(2));
            CpuKernels plain = new CpuKernels(new PlainLoops("test"), new Workers(3));
            fast.batchNorm(x, gamma, beta, 1e-5, mean, variance, y);
            fast.batchNormGradient(x, dy, gamma, 1e-5, mean, variance, dGamma, dBeta, dx);
            Tensor other = Tensor.zeros(x.shape());
            fast.batchNormFixed(x, gamma, beta, 1e-5, mean, variance, Epilogue.NONE, other);
            assertThat(y.data()).as("with given statistics").containsExactly(other.data());
            plain.batchNorm(x, gamma, beta, 1e-5, mean, variance, other);
            assertThat(y.data()).as("plain").containsExactly(other.data());
            plain.batchNormGradient(x, dy, gamma, 1e-5, mean, variance, dGamma, dBeta, other);
            assertThat(dx.data()).as("plain").containsExactly(other.data());
        }
    }

    private static Tensor tensor(RandomStream random, int number, Shape shape) {
        return new RandomStream(random.bits(1000 + number)).uniforms(shape, -1, 1);
    }
}
