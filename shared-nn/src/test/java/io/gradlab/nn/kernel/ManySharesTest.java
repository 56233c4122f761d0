package io.gradlab.nn.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes so large that the work on one sum is shared out and joined again. */
public class ManySharesTest {
    private static final double EPSILON = 1e-5;

    private final Kernels kernels = KernelChoices.fast();

    @ParameterizedTest
    @CsvSource({"7, 2, 37, 41, 0", "7, 2, 36, 44, 0", "40, 1, 121, 113, 0", "300, 3, 8, 8, 1000", "9000, 2, 1, 1, -50"})
    void batchNormOfManyPixels(int images, int channels, int height, int width, double offset) {
        RandomStream random = new Seed(3).stream("many");
        Shape shape = Shape.of(images, channels, height, width);
        Tensor x = random.uniforms(shape, (float) offset - 1, (float) offset + 1);
        Tensor dy = new Seed(4).stream("many").uniforms(shape, -1, 1);
        Tensor gamma = Tensor.vector(new float[channels]);
        java.util.Arrays.fill(gamma.data(), 1.5f);
        Tensor beta = Tensor.zeros(channels);
        Tensor mean = Tensor.zeros(channels);
        Tensor variance = Tensor.zeros(channels);
        Tensor y = Tensor.zeros(shape);
        NaiveBatchNorm expected = NaiveBatchNorm.of(x, gamma, beta, dy, EPSILON);
        kernels.batchNorm(x, gamma, beta, EPSILON, mean, variance, y);
        // x itself is known to u · |offset| and its variance is 1/3; a thread's own sums lose up to √64 of that
        double rounding = 16 * Bound.U * (1 + Math.abs(offset));
        Bound.require(mean, expected.mean(), _ -> rounding, "mean");
        Bound.require(variance, expected.variance(), _ -> 100 * Bound.U + rounding * rounding, "variance");
        Bound.require(y, expected.y(), _ -> 8 * rounding, "output");

        Tensor dx = Tensor.zeros(shape);
        Tensor dGamma = Tensor.zeros(channels);
        Tensor dBeta = Tensor.zeros(channels);
        kernels.batchNormGradient(x, dy, gamma, EPSILON, mean, variance, dGamma, dBeta, dx);
        int count = x.size() / channels;
        Bound.require(dBeta, expected.dBeta(), _ -> Bound.sum(count, count), "shift's gradient");
        Bound.require(
                dGamma, expected.dGamma(), _ -> Bound.sum(count, 2 * count) + count * rounding, "scale's gradient");
        Bound.require(dx, expected.dx(), _ -> 32 * rounding, "input's gradient");
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 61, 67", "5, 3, 60, 68", "700, 5, 6, 6", "1, 1, 700, 801"})
    void sumsOfManyPixels(int images, int channels, int height, int width) {
        Tensor x = new Seed(5).stream("sums").uniforms(Shape.of(images, channels, height, width), -1, 1);
        double[] expected = new double[channels];
        double squares = 0;
        for (int i = 0; i < x.size(); i++) {
            expected[i / (height * width) % channels] += x.data()[i];
            squares += (double) x.data()[i] * x.data()[i];
        }
        Tensor sums = Tensor.zeros(channels);
        kernels.sumChannels(x, sums);
        int terms = x.size() / channels;
        Bound.require(sums, expected, _ -> Bound.sum(terms, terms), "channels");
        assertThat(kernels.sumOfSquares(x)).isCloseTo(squares, within(squares * 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"5000, 10", "9000, 33", "65, 300", "70000, 3"})
    void sumsOfManyRows(int rows, int columns) {
        Tensor x = new Seed(6).stream("rows").uniforms(Shape.of(rows, columns), -1, 1);
        double[] expected = new double[columns];
        for (int i = 0; i < x.size(); i++) {
            expected[i % columns] += x.data()[i];
        }
        Tensor sums = Tensor.zeros(columns);
        kernels.sumRows(x, sums);
        Bound.require(sums, expected, _ -> Bound.sum(rows, rows), "rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 513, 1000, 5003})
    void lossesOfThousandsOfClasses(int classes) {
        int rows = 9;
        Tensor logits = new Seed(7).stream("logits").uniforms(Shape.of(rows, classes), 290, 310); // e^290 is no float
        Tensor targets = Tensor.zeros(rows, classes);
        double expected = 0;
        double[] gradient = new double[logits.size()];
        for (int row = 0; row < rows; row++) {
            targets.data()[row * classes + row * 31] = 1;
            double sum = 0;
            for (int j = 0; j < classes; j++) {
                sum += Math.exp(logits.at(row, j) - 300);
            }
            expected += (Math.log(sum) + 300 - logits.at(row, row * 31)) / rows;
            for (int j = 0; j < classes; j++) {
                gradient[row * classes + j] = (Math.exp(logits.at(row, j) - 300) / sum - targets.at(row, j)) / rows;
            }
        }
        double relative = 4e-7 + 4 * (Math.sqrt(classes) + 20) * Bound.U; // as Bound has it for softmax
        Tensor actual = Tensor.zeros(rows, classes);
        assertThat(kernels.softmaxCrossEntropy(logits, targets, actual))
                .isCloseTo(expected, within(relative * expected));
        Bound.require(actual, gradient, _ -> relative / rows, "gradient");
        Tensor softmax = Tensor.zeros(rows, classes);
        kernels.softmax(logits, softmax);
        double total = 0;
        for (int j = 0; j < classes; j++) {
            total += softmax.at(rows - 1, j);
        }
        assertThat(total).isCloseTo(1, within(1e-5));
    }
}
