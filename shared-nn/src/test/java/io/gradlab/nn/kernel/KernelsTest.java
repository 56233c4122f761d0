package io.gradlab.nn.kernel;

import static io.gradlab.nn.kernel.Close.requireClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel but products against its definition in double precision; on the host with vectors and plain loops. */
public class KernelsTest {
    private static final double NORM_BOUND = 2e-5; // of the largest result
    private static final double EXACT = 1e-6; // a few roundings

    static List<Kernels> kernels() {
        return KernelChoices.all();
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
            requireClose(y, expected.y(), NORM_BOUND, "forward " + x.shape());
            requireClose(mean, expected.mean(), NORM_BOUND, "mean " + x.shape());
            requireClose(variance, expected.variance(), NORM_BOUND, "variance " + x.shape());
            requireClose(dGamma, expected.dGamma(), NORM_BOUND, "gamma gradient " + x.shape());
            requireClose(dBeta, expected.dBeta(), NORM_BOUND, "beta gradient " + x.shape());
            requireClose(dx, expected.dx(), NORM_BOUND, "input gradient " + x.shape());
            requireClose(fixed, expected.y(), NORM_BOUND, "with given statistics " + x.shape());
        }
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
