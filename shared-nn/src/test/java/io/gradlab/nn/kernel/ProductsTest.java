package io.gradlab.nn.kernel;

import static io.gradlab.nn.kernel.Close.requireClose;

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

/** Products and convolutions against their definitions in double precision; on the host with vectors and plain loops. */
public class ProductsTest {
    private static final double PRODUCT_BOUND = 2e-5; // of the largest result; Winograd's transforms need the most

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
