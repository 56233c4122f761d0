package io.gradlab.nn.kernel.ladder;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rung computes what the first one computes, inside of blocks and at their edges. */
class LadderTest {
    private static final double U = 0x1p-24; // largest relative error of one rounding

    private interface Matmul {
        void multiply(int m, int n, int k, float[] a, float[] b, float[] c);
    }

    private interface Convolution {
        void convolve(Maps maps, float[] x, float[] w, float[] y);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "4, 32, 256", "5, 33, 7", "3, 100, 300", "197, 65, 257", "64, 545, 31", "8, 7, 64"})
    void products(int m, int n, int k) {
        float[] a = random("a", m * k);
        float[] b = random("b", k * n);
        double[] expected = new double[m * n];
        for (int i = 0; i < m * n; i++) {
            expected[i] = 1;
            for (int p = 0; p < k; p++) {
                expected[i] += (double) a[i / n * k + p] * b[p * n + i % n];
            }
        }
        Map<String, Matmul> rungs = Map.of(
                "naive", NaiveMatmul::multiply,
                "blocked", BlockedMatmul::multiply,
                "simd", SimdMatmul::multiply,
                "packed", PackedMatmul::multiply);
        rungs.forEach((name, rung) -> {
            float[] c = new float[m * n];
            java.util.Arrays.fill(c, 1); // the product is added
            rung.multiply(m, n, k, a, b, c);
            requireClose(name, c, expected, 4 * Math.sqrt(k + 1.0) * U * (k + 1));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1, 1", "2, 3, 5, 7, 4", "1, 32, 8, 8, 33", "3, 5, 13, 4, 2", "2, 8, 20, 21, 8"})
    void convolutions(int images, int channels, int height, int width, int outputs) {
        Maps maps = new Maps(images, channels, height, width, outputs);
        float[] x = random("x", images * channels * height * width);
        float[] w = random("w", outputs * channels * 9);
        double[] expected = definition(maps, x, w);
        double direct = 4 * Math.sqrt(maps.taps()) * U * maps.taps();
        Map<String, Convolution> rungs = Map.of(
                "naive", NaiveConvolution::convolve,
                "unfolded", UnfoldedConvolution::convolve,
                "implicit", ImplicitConvolution::convolve);
        rungs.forEach((name, rung) -> requireClose(name, run(rung, maps, x, w), expected, direct));
        // The transforms' factors, up to 8 and 5, enlarge the errors.
        requireClose("winograd", run(WinogradConvolution::convolve, maps, x, w), expected, 4 * direct);
    }

    @Test
    void winogradTurnsOneBrightPixelIntoTheWeightsTurnedRound() {
        float[] x = new float[49];
        x[24] = 1;
        float[] w = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        float[] y = run(WinogradConvolution::convolve, new Maps(1, 1, 7, 7, 1), x, w);
        double[] expected = new double[49];
        for (int i = 0; i < 9; i++) {
            expected[(4 - i / 3) * 7 + 4 - i % 3] = w[i];
        }
        requireClose("winograd", y, expected, 1e-5);
    }

    private static float[] run(Convolution rung, Maps maps, float[] x, float[] w) {
        float[] y = new float[maps.images() * maps.outputs() * maps.pixels()];
        java.util.Arrays.fill(y, 7); // to be overwritten
        rung.convolve(maps, x, w, y);
        return y;
    }

    private static double[] definition(Maps maps, float[] x, float[] w) {
        double[] y = new double[maps.images() * maps.outputs() * maps.pixels()];
        for (int i = 0; i < y.length; i++) {
            int plane = i / maps.pixels();
            for (int tap = 0; tap < maps.taps(); tap++) {
                int row = i % maps.pixels() / maps.width() + tap / 3 % 3 - 1;
                int column = i % maps.width() + tap % 3 - 1;
                if (row >= 0 && row < maps.height() && column >= 0 && column < maps.width()) {
                    int channel = plane / maps.outputs() * maps.channels() + tap / 9;
                    y[i] += (double) x[(channel * maps.height() + row) * maps.width() + column]
                            * w[plane % maps.outputs() * maps.taps() + tap];
                }
            }
        }
        return y;
    }

    private static void requireClose(String name, float[] actual, double[] expected, double bound) {
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= bound)) {
                throw new AssertionError(name + ": element " + i + " is " + actual[i] + ", expected " + expected[i]
                        + " within " + bound);
            }
        }
    }

    private static float[] random(String name, int size) {
        RandomStream stream = new Seed(1).stream(name);
        return stream.uniforms(Shape.of(size), -1, 1).data();
    }
}
