package io.gradlab.nn.kernel;

import static io.gradlab.nn.kernel.Close.requireClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel against its definition in double precision, over random geometries; on the host with vectors and plain loops. */
public class KernelsTest {
    private static final double PRODUCT_BOUND = 2e-5; // of the largest result; Winograd's transforms need the most
    private static final double EXACT = 1e-6; // a few roundings

    static List<Kernels> kernels() {
        return KernelChoices.all();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void matmulEqualsItsDefinition(Kernels kernels) {
        for (int geometry = 0; geometry < 60; geometry++) {
            RandomStream random = new Seed(geometry).stream("matmul");
            int m = 1 + random.below(0, geometry % 10 == 0 ? 300 : 50);
            int n = 1 + random.below(1, geometry % 10 == 1 ? 700 : 70);
            int k = 1 + random.below(2, geometry % 10 == 2 ? 700 : 90);
            for (MatMul form : List.of(MatMul.NN, MatMul.NT, MatMul.TN, new MatMul(true, true, false))) {
                Tensor a = tensor(random, 1, form.transposeA() ? Shape.of(k, m) : Shape.of(m, k));
                Tensor b = tensor(random, 2, form.transposeB() ? Shape.of(n, k) : Shape.of(k, n));
                Tensor c = Tensor.of(Shape.of(m, n), filled(m * n, 7));
                double[] expected = NaiveLoops.matmul(a, form.transposeA(), b, form.transposeB());
                kernels.matmul(form, a, b, c);
                requireClose(c, expected, PRODUCT_BOUND, form + " " + m + "×" + n + "×" + k);
                kernels.matmul(form.accumulating(), a, b, c);
                double[] doubled = IntStream.range(0, expected.length)
                        .mapToDouble(i -> 2 * expected[i])
                        .toArray();
                requireClose(c, doubled, PRODUCT_BOUND, "accumulating " + form);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aLargeProductAgreesWithAnIndependentLibrary(Kernels kernels) {
        Tensor a = tensor(new Seed(1).stream("large"), 1, Shape.of(211, 523));
        Tensor b = tensor(new Seed(1).stream("large"), 2, Shape.of(523, 617));
        Tensor c = Tensor.zeros(211, 617);
        kernels.matmul(MatMul.NN, a, b, c);
        RealMatrix product = matrix(a).multiply(matrix(b));
        double[] expected = new double[c.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = product.getEntry(i / 617, i % 617);
        }
        requireClose(c, expected, PRODUCT_BOUND, "211×617×523");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolutionAndItsGradientsEqualTheirDefinitions(Kernels kernels) {
        for (int geometry = 0; geometry < 40; geometry++) {
            RandomStream random = new Seed(geometry).stream("conv");
            WindowGeometry window = new WindowGeometry(
                    1 + random.below(0, 5), 1 + random.below(1, 5), 1 + random.below(2, 3), random.below(3, 3));
            Shape input = Shape.of(
                    1 + random.below(4, 11), 1 + random.below(5, 4), 5 + random.below(6, 9), 5 + random.below(7, 9));
            Shape weight = Shape.of(1 + random.below(8, 9), input.dim(1), window.kernelHeight(), window.kernelWidth());
            requireDefinition(kernels, window, input, weight, random);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolutionsOfWholeVectorsOfChannelsEqualTheirDefinitions(Kernels kernels) {
        List<WindowGeometry> windows = List.of(
                WindowGeometry.square(3, 1, 1),
                WindowGeometry.square(3, 1, 0),
                WindowGeometry.square(3, 1, 2),
                WindowGeometry.square(5, 1, 2),
                WindowGeometry.square(1, 1, 0),
                WindowGeometry.square(3, 2, 1),
                new WindowGeometry(2, 3, 1, 1));
        for (WindowGeometry window : windows) {
            for (int size : List.of(5, 8, 13)) {
                RandomStream random = new Seed(size).stream(window.toString());
                Shape input = Shape.of(1 + random.below(0, 6), 64, size, size + random.below(1, 3));
                Shape weight = Shape.of(64, 64, window.kernelHeight(), window.kernelWidth());
                requireDefinition(kernels, window, input, weight, random);
            }
        }
    }

    private static void requireDefinition(
            Kernels kernels, WindowGeometry window, Shape input, Shape weight, RandomStream random) {
        Tensor x = tensor(random, 1, input);
        Tensor w = tensor(random, 2, weight);
        Tensor bias = tensor(random, 3, Shape.of(weight.dim(0)));
        Tensor dy = tensor(random, 4, window.output(input, weight.dim(0)));
        double[] out = new double[dy.size()];
        double[] dx = new double[x.size()];
        double[] dw = new double[w.size()];
        int pixels = dy.dim(2) * dy.dim(3);
        for (int i = 0; i < out.length; i++) {
            out[i] = bias.data()[i / pixels % dy.dim(1)];
        }
        NaiveLoops.eachProduct(window, input, weight, (o, i, p) -> {
            out[o] += (double) x.data()[i] * w.data()[p];
            dx[i] += (double) dy.data()[o] * w.data()[p];
            dw[p] += (double) dy.data()[o] * x.data()[i];
        });
        String what = window + " on " + input + " to " + weight.dim(0) + " channels";
        Tensor y = Tensor.of(dy.shape(), filled(dy.size(), 7));
        kernels.conv2d(window, x, w, bias, y);
        requireClose(y, out, PRODUCT_BOUND, "forward " + what);
        Tensor xGradient = Tensor.of(input, filled(x.size(), 7));
        kernels.conv2dInputGradient(window, dy, w, xGradient);
        requireClose(xGradient, dx, PRODUCT_BOUND, "input gradient " + what);
        Tensor wGradient = Tensor.of(weight, filled(w.size(), 7));
        kernels.conv2dWeightGradient(window, x, dy, wGradient);
        requireClose(wGradient, dw, PRODUCT_BOUND, "weight gradient " + what);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void poolingKeepsMaximaAndMeansAndSendsGradientsBack(Kernels kernels) {
        Tensor x = Tensor.of(Shape.of(1, 1, 3, 5), new float[] {1, 5, 2, 0, 9, 5, 3, 4, 4, 9, 7, 7, 7, 7, 7});
        WindowGeometry window = WindowGeometry.square(2, 2, 0);
        Tensor y = Tensor.zeros(1, 1, 1, 2);
        kernels.maxPool(window, x, y);
        assertThat(y.data()).containsExactly(5, 4);
        Tensor dx = Tensor.of(x.shape(), filled(15, 7));
        kernels.maxPoolGradient(window, x, Tensor.of(y.shape(), new float[] {10, 20}), dx);
        assertThat(dx.data())
                .as("the first of equal maxima wins; dropped rows get zero")
                .containsExactly(0, 10, 0, 0, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0);
        kernels.averagePool(window, x, y);
        assertThat(y.data()).containsExactly(3.5f, 2.5f);
        kernels.averagePoolGradient(window, Tensor.of(y.shape(), new float[] {4, 8}), dx);
        assertThat(dx.data()).containsExactly(1, 1, 2, 2, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aDenseLayerEqualsItsDefinition(Kernels kernels) {
        RandomStream random = new Seed(5).stream("dense");
        for (int[] sizes : new int[][] {{32, 784, 70}, {64, 300, 64}, {96, 20, 130}, {33, 50, 64}, {1, 5, 3}}) {
            Tensor x = tensor(random, 1, Shape.of(sizes[0], sizes[1]));
            Tensor w = tensor(random, 2, Shape.of(sizes[2], sizes[1]));
            Tensor bias = tensor(random, 3, Shape.of(sizes[2]));
            Tensor y = Tensor.zeros(sizes[0], sizes[2]);
            kernels.dense(x, w, bias, y);
            double[] expected = NaiveLoops.matmul(x, false, w, true);
            for (int i = 0; i < expected.length; i++) {
                expected[i] += bias.data()[i % sizes[2]];
            }
            requireClose(y, expected, PRODUCT_BOUND, y.shape().toString());
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sumsOverRowsAndChannels(Kernels kernels) {
        RandomStream random = new Seed(5).stream("sums");
        Tensor images = tensor(random, 1, Shape.of(3, 4, 7, 9));
        double[] channels = new double[4];
        for (int i = 0; i < images.size(); i++) {
            channels[i / 63 % 4] += images.data()[i];
        }
        Tensor sums = Tensor.zeros(4);
        kernels.sumChannels(images, sums);
        requireClose(sums, channels, EXACT * 10, "channels");
        Tensor columns = Tensor.zeros(9);
        kernels.sumRows(images.reshape(84, 9), columns);
        double[] expected = new double[9];
        for (int i = 0; i < images.size(); i++) {
            expected[i % 9] += images.data()[i];
        }
        requireClose(columns, expected, EXACT * 10, "rows");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void softmaxCrossEntropyIsFiniteAtAnyGapAndHasTheRightGradient(Kernels kernels) {
        Tensor logits = Tensor.matrix(new float[] {200, 0, -200}, new float[] {1, 2, 3});
        Tensor targets = Tensor.matrix(new float[] {0, 0, 1}, new float[] {0.1f, 0.2f, 0.7f});
        Tensor gradient = Tensor.zeros(2, 3);
        double loss = kernels.softmaxCrossEntropy(logits, targets, gradient);
        double z = Math.exp(1) + Math.exp(2) + Math.exp(3);
        double second = Math.log(z) - 0.1 - 0.4 - 2.1;
        assertThat(loss).isCloseTo((400 + second) / 2, org.assertj.core.data.Offset.offset(1e-5));
        requireClose(
                gradient,
                new double[] {
                    0.5, 0, -0.5, (Math.exp(1) / z - 0.1) / 2, (Math.exp(2) / z - 0.2) / 2, (Math.exp(3) / z - 0.7) / 2
                },
                EXACT,
                "gradient");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void dropoutKeepsTheExpectedShareAndMean(Kernels kernels) {
        RandomStream random = new Seed(5).stream("dropout");
        Tensor ones = Tensor.of(Shape.of(100_000), filled(100_000, 1));
        Tensor out = Tensor.zeros(100_000);
        kernels.dropout(random, 0.25, 1, ones, out);
        int dropped = 0;
        for (float value : out.data()) {
            dropped += value == 0 ? 1 : 0;
            assertThat(value == 0 || Math.abs(value - 4 / 3f) < 1e-6).isTrue();
        }
        assertThat(dropped).as("within five deviations of 25,000").isBetween(24_315, 25_685);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void dropoutOfRunsKeepsOrDropsThemWhole(Kernels kernels) {
        Tensor ones = Tensor.of(Shape.of(100, 7), filled(700, 1));
        Tensor out = Tensor.zeros(100, 7);
        kernels.dropout(new Seed(5).stream("channels"), 0.5, 7, ones, out);
        int dropped = 0;
        for (int row = 0; row < 100; row++) {
            for (int i = 0; i < 7; i++) {
                assertThat(out.at(row, i)).isEqualTo(out.at(row, 0)).isIn(0f, 2f);
            }
            dropped += out.at(row, 0) == 0 ? 1 : 0;
        }
        assertThat(dropped).as("within five deviations of 50").isBetween(25, 75);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void batchNormAndItsGradientsEqualTheirDefinitions(Kernels kernels) {
        for (int[] sizes : new int[][] {{5, 3, 4, 7}, {1, 2, 6, 6}, {8, 4, 1, 1}, {3, 32, 9, 5}}) {
            RandomStream random = new Seed(6).stream("norm");
            Tensor x = tensor(random, 1, Shape.of(sizes));
            Tensor dy = tensor(random, 2, Shape.of(sizes));
            Tensor gamma = tensor(random, 3, Shape.of(sizes[1]));
            Tensor beta = tensor(random, 4, Shape.of(sizes[1]));
            Tensor mean = Tensor.zeros(sizes[1]);
            Tensor variance = Tensor.zeros(sizes[1]);
            Tensor y = Tensor.zeros(x.shape());
            Tensor fixed = Tensor.zeros(x.shape());
            Tensor dx = Tensor.zeros(x.shape());
            Tensor dGamma = Tensor.zeros(sizes[1]);
            Tensor dBeta = Tensor.zeros(sizes[1]);
            NaiveBatchNorm expected = NaiveBatchNorm.of(x, gamma, beta, dy, 1e-5);
            kernels.batchNorm(x, gamma, beta, 1e-5, mean, variance, y);
            kernels.batchNormGradient(x, dy, gamma, 1e-5, mean, variance, dGamma, dBeta, dx);
            kernels.batchNormFixed(x, gamma, beta, 1e-5, mean, variance, Epilogue.NONE, fixed);
            requireClose(y, expected.y(), PRODUCT_BOUND, "forward " + x.shape());
            requireClose(mean, expected.mean(), PRODUCT_BOUND, "mean " + x.shape());
            requireClose(variance, expected.variance(), PRODUCT_BOUND, "variance " + x.shape());
            requireClose(dGamma, expected.dGamma(), PRODUCT_BOUND, "gamma gradient " + x.shape());
            requireClose(dBeta, expected.dBeta(), PRODUCT_BOUND, "beta gradient " + x.shape());
            requireClose(dx, expected.dx(), PRODUCT_BOUND, "input gradient " + x.shape());
            requireClose(fixed, expected.y(), PRODUCT_BOUND, "with given statistics " + x.shape());
        }
    }

    private static RealMatrix matrix(Tensor tensor) {
        RealMatrix matrix = MatrixUtils.createRealMatrix(tensor.dim(0), tensor.dim(1));
        for (int i = 0; i < tensor.size(); i++) {
            matrix.setEntry(i / tensor.dim(1), i % tensor.dim(1), tensor.data()[i]);
        }
        return matrix;
    }

    private static Tensor tensor(RandomStream random, int number, Shape shape) {
        return new RandomStream(random.bits(1000 + number)).uniforms(shape, -1, 1);
    }

    private static float[] filled(int size, float value) {
        float[] numbers = new float[size];
        java.util.Arrays.fill(numbers, value);
        return numbers;
    }
}
