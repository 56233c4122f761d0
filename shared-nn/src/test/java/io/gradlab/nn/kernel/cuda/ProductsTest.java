package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What random products do not show: order, rounding, numbers that are none, wrong shapes. */
@Tag("shim")
class ProductsTest {
    private static final WindowGeometry WINDOW = new WindowGeometry(3, 2, 2, 1);

    private final List<CudaKernels> opened = new ArrayList<>();
    private ShimDriver driver;

    @BeforeEach
    void requireCompiler() {
        ShimKernels.requireCompiler();
    }

    @AfterEach
    void close() {
        opened.forEach(CudaKernels::close);
    }

    private Kernels kernels(Precision precision, int multiprocessors) {
        driver = new ShimDriver();
        CudaKernels kernels = new CudaKernels(driver, precision, new Planner(multiprocessors));
        opened.add(kernels);
        return OnDevice.of(kernels);
    }

    private static Tensor random(String name, int... dimensions) {
        return new Seed(1).stream(name).uniforms(Shape.of(dimensions), -1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void anyOrderOfThreadsGivesTheSameBits(Precision precision) {
        Kernels kernels = kernels(precision, 8);
        Tensor x = random("x", 3, 40, 11, 13);
        Tensor w = random("w", 70, 40, 3, 2);
        Tensor bias = random("b", 70);
        List<List<Tensor>> results = new ArrayList<>();
        for (ShimDriver.Order order : ShimDriver.Order.values()) {
            driver.inOrder(order);
            Tensor y = Tensor.zeros(WINDOW.output(x.shape(), 70));
            kernels.conv2d(WINDOW, x, w, bias, Epilogue.RELU, y);
            Tensor dx = Tensor.zeros(x.shape());
            kernels.conv2dInputGradient(WINDOW, y, w, dx);
            Tensor dw = Tensor.zeros(w.shape());
            kernels.conv2dWeightGradient(WINDOW, x, y, dw);
            Tensor product = Tensor.zeros(70, 70);
            kernels.matmul(MatMul.NT, w.reshape(Shape.of(70, 240)), w.reshape(Shape.of(70, 240)), product);
            results.add(List.of(y, dx, dw, product));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(results.get(1).get(i).data())
                    .isEqualTo(results.get(0).get(i).data())
                    .isEqualTo(results.get(2).get(i).data());
        }
    }

    /** Half way between two neighbours of 11 bits, a factor is rounded away from zero: 1 + 2^-11 becomes 1 + 2^-10. */
    @Test
    void tensorCoresRoundTheirFactors() {
        Kernels kernels = kernels(Precision.TF32, 0);
        Tensor a = filled(-(1 + 0x1p-11f), 32, 32);
        Tensor b = filled(1 + 0x1p-12f, 32, 32); // to 1
        Tensor out = Tensor.zeros(32, 32);
        kernels.matmul(MatMul.NN, a, b, out);
        assertThat(out.data()).containsOnly(-32 * (1 + 0x1p-10f));
        Tensor y = Tensor.zeros(1, 32, 1, 1);
        kernels.conv2d(
                WindowGeometry.square(1, 1, 0),
                filled(1 + 0x1p-11f, 1, 8, 1, 1),
                filled(-(1 + 0x1p-11f), 32, 8, 1, 1),
                Tensor.zeros(32),
                y);
        assertThat(y.data()).as("with packed weights").containsOnly(-8 * (1 + 0x1p-10f) * (1 + 0x1p-10f));
    }

    @Test
    void aCardWithoutTf32MultipliesInFp32() {
        Kernels kernels = kernels(Precision.TF32, 0);
        driver.as(new DeviceFacts("Turing", 75, 1, 1L << 32, 12_000));
        Kernels turing = OnDevice.of(reopened());
        Tensor out = Tensor.zeros(32, 32);
        turing.matmul(MatMul.NN, filled(1 + 0x1p-11f, 32, 32), filled(1, 32, 32), out);
        assertThat(out.data()).containsOnly(32 * (1 + 0x1p-11f));
        assertThat(kernels.device()).isEqualTo(turing.device());
    }

    private CudaKernels reopened() {
        return new CudaKernels(driver, Precision.TF32);
    }

    /** With whole sums and with sums in pieces, which another kernel ends. */
    @ParameterizedTest
    @ValueSource(ints = {0, 132})
    void whatIsNoNumberStaysNone(int multiprocessors) {
        for (Precision precision : Precision.values()) {
            Kernels kernels = kernels(precision, multiprocessors);
            Tensor x = random("x", 40, 300);
            x.data()[7] = Float.NaN;
            x.data()[300] = Float.POSITIVE_INFINITY;
            Tensor out = Tensor.zeros(40, 33);
            kernels.dense(x, filled(1, 33, 300), Tensor.zeros(33), Epilogue.RELU, out);
            assertThat(out.at(0, 5)).isNaN();
            assertThat(out.at(1, 32)).isEqualTo(Float.POSITIVE_INFINITY);
            assertThat(out.at(2, 32)).isFinite().isNotNegative();
            Tensor images = random("i", 1, 150, 2, 2);
            images.data()[0] = Float.NaN;
            Tensor y = Tensor.zeros(1, 20, 2, 2);
            kernels.conv2d(
                    WindowGeometry.square(1, 1, 0),
                    images,
                    filled(1, 20, 150, 1, 1),
                    Tensor.zeros(20),
                    Epilogue.RELU,
                    y);
            assertThat(y.at(0, 3, 0, 0)).isNaN();
            assertThat(y.at(0, 3, 0, 1)).isFinite().isNotNegative();
        }
    }

    private static Tensor filled(float value, int... dimensions) {
        Tensor tensor = Tensor.zeros(Shape.of(dimensions));
        java.util.Arrays.fill(tensor.data(), value);
        return tensor;
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Kernels kernels = kernels(Precision.FP32, 0);
        Tensor square = Tensor.zeros(2, 2);
        assertThatThrownBy(() -> kernels.matmul(MatMul.NN, square, Tensor.zeros(3, 2), square))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("matmul");
        assertThatThrownBy(() -> kernels.conv2d(
                        WINDOW,
                        Tensor.zeros(1, 2, 5, 5),
                        Tensor.zeros(4, 3, 3, 2),
                        Tensor.zeros(4),
                        Tensor.zeros(1, 4, 3, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv2d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 9, 25, 49, 640, 641, 65_535, 50_176, (1 << 30) - 1, 1 << 30, Integer.MAX_VALUE})
    void divisorsDivide(int divisor) {
        long bits = Divisors.bits(divisor);
        for (long n : List.of(
                0L, 1L, divisor - 1L, (long) divisor, divisor + 1L, 2L * divisor - 1, 1_000_003L, (1L << 31) - 1)) {
            if (n <= Integer.MAX_VALUE) {
                long upper = n * (bits & 0xFFFF_FFFFL) >>> 32;
                assertThat(upper + n >>> (bits >>> 32)).as(n + " / " + divisor).isEqualTo(n / divisor);
            }
        }
    }
}
