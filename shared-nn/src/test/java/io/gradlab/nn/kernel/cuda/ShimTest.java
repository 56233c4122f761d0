package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shim runs blocks, warps and tensor cores as a GPU would, and sees what is wrong with a kernel. */
@Tag("shim")
class ShimTest {
    private static final int BLOCKS = 3;

    @TempDir
    private Path folder;

    private ShimDriver driver;
    private Stream stream;
    private Tensor x;

    @BeforeEach
    void open() {
        ShimKernels.requireCompiler();
        driver = new ShimDriver().with("samples", Shim.resource("samples.cu"));
        stream = new Stream(driver);
        x = device(192);
        x.copyFrom(new Seed(1).stream("x").uniforms(x.shape(), -1, 1));
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private Tensor device(int size) {
        return new Tensor(Shape.of(size), new DeviceStorage(stream, driver.allocate(4L * size), size));
    }

    private Launch launch(String kernel, int blocks, int threads) {
        return stream.kernel("samples", kernel).on(Grid.of(blocks, threads));
    }

    private float[] treeSums() {
        Tensor sums = device(BLOCKS);
        launch("tree", BLOCKS, 64).tensor(x).tensor(sums).go();
        return sums.toHost().data();
    }

    @ParameterizedTest
    @EnumSource
    void blocksMeetAtBarriers(ShimDriver.Order order) {
        driver.inOrder(order);
        float[] numbers = x.toHost().data();
        float[] sums = treeSums();
        for (int block = 0; block < BLOCKS; block++) {
            double expected = IntStream.range(64 * block, 64 * (block + 1))
                    .mapToDouble(i -> numbers[i])
                    .sum();
            assertThat((double) sums[block]).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    @Test
    void aMissingBarrierShowsInTheOrderOfThreads() throws IOException {
        breakSamples("__syncthreads(); // step", "");
        Set<Float> seen = new HashSet<>();
        for (ShimDriver.Order order : ShimDriver.Order.values()) {
            driver.inOrder(order);
            seen.add(treeSums()[0]);
        }
        assertThat(seen).as("sums of one block in three orders").hasSizeGreaterThan(1);
    }

    @Test
    void sharedMemoryHasTheSizeThatTheLaunchSays() {
        Tensor y = device(96);
        stream.kernel("samples", "turn")
                .on(new Grid(1, 1, 1, 96, 96 * 4))
                .tensor(x)
                .tensor(y)
                .go();
        assertThat(y.toHost().data()[0]).isEqualTo(x.toHost().data()[95]);
        assertThatThrownBy(() -> launch("turn", 1, 96).tensor(x).tensor(y).go())
                .as("no shared memory was asked for")
                .isInstanceOf(CudaFailure.class)
                .hasMessageContaining("turn, block (0, 0, 0)");
    }

    @ParameterizedTest
    @EnumSource
    void warpsExchangeNumbers(ShimDriver.Order order) {
        driver.inOrder(order);
        Tensor y = device(64);
        launch("warp", 1, 64).tensor(x).tensor(y).go();
        float[] numbers = x.toHost().data();
        double sum = IntStream.range(32, 64).mapToDouble(i -> numbers[i]).sum();
        long positive = IntStream.range(32, 64).filter(i -> numbers[i] > 0).count();
        assertThat((double) y.toHost().at(33)).isCloseTo(sum, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(y.toHost().at(32)).isEqualTo(positive);
    }

    private boolean backgroundCopies() {
        boolean right = true;
        for (ShimDriver.Order order : ShimDriver.Order.values()) {
            driver.inOrder(order);
            Tensor y = device(32);
            launch("background", 1, 32).tensor(x).tensor(y).go();
            right &= y.toHost().at(5) == x.toHost().at(27)
                    && y.toHost().at(31) == x.toHost().at(3);
        }
        return right;
    }

    @Test
    void copiesInTheBackgroundAreThereAfterTheirWait() throws IOException {
        assertThat(backgroundCopies()).isTrue();
        breakSamples("awaitCopies<0>();", "");
        assertThat(backgroundCopies()).as("without the wait").isFalse();
    }

    @Test
    void tensorCoresMultiplyWithTenBits() {
        Tensor a = device(128);
        Tensor b = device(64);
        Tensor d = device(128);
        a.copyFrom(new Seed(2).stream("a").uniforms(a.shape(), -1, 1));
        b.copyFrom(new Seed(2).stream("b").uniforms(b.shape(), -1, 1));
        launch("small_product", 1, 32).tensor(a).tensor(b).tensor(d).go();
        double worst = 0;
        for (int i = 0; i < 128; i++) {
            double expected = 0;
            for (int k = 0; k < 8; k++) {
                expected +=
                        (double) a.toHost().data()[i / 8 * 8 + k] * b.toHost().data()[k * 8 + i % 8];
            }
            worst = Math.max(worst, Math.abs(expected - d.toHost().data()[i]));
        }
        assertThat(worst).as("TF32 rounds each factor by up to 2^-11").isBetween(1e-6, 8 * 0x1p-10);
    }

    @Test
    void accessesBehindTheEndOfMemoryAreSeen() {
        Tensor y = device(128);
        launch("fours", 1, 32).tensor(x).tensor(y).integer(64).go();
        assertThat(y.toHost().at(127)).isEqualTo(x.toHost().at(191));
        assertThatThrownBy(() ->
                        launch("fours", 1, 32).tensor(x).tensor(y).integer(68).go())
                .isInstanceOf(CudaFailure.class)
                .hasMessageContaining("thread 31: no memory at address");
        Tensor few = device(126);
        launch("fours", 1, 32).tensor(x).tensor(few).integer(0).go();
        assertThatThrownBy(() -> driver.release(((DeviceStorage) few.storage()).address()))
                .hasMessageContaining("wrote beside a piece of 504 bytes");
    }

    @Test
    void misalignedVectorsAreSeen() {
        Tensor y = device(128);
        assertThatThrownBy(() ->
                        launch("fours", 1, 32).tensor(x).tensor(y).integer(1).go())
                .hasMessageContaining("misaligned");
    }

    @Test
    void argumentsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> launch("fours", 1, 1).tensor(x).tensor(x).go()).hasMessageContaining("parameters");
        assertThatThrownBy(() ->
                        launch("fours", 1, 1).tensor(x).tensor(x).tensor(x).go())
                .hasMessageContaining("argument 2 has eight bytes");
        assertThatThrownBy(() -> launch("fives", 1, 1).go()).hasMessageContaining("shim_fives");
    }

    @Test
    void whatWasNeverWrittenIsNoNumber() {
        assertThat(device(5).toHost().data()).containsOnly(Float.NaN);
    }

    @Test
    void aGraphRunsItsLaunchesAgain() {
        Tensor sums = device(1);
        long function = driver.function("samples", "tree");
        try (LaunchGraph graph = driver.graph()) {
            graph.add(function, Grid.of(1, 64), arguments(0, sums));
            graph.seal();
            graph.launch();
            float first = sums.toHost().at(0);
            assertThat(first).isEqualTo(treeSums()[0]);
            graph.change(0, function, Grid.of(1, 64), arguments(64, sums));
            graph.launch();
            assertThat(sums.toHost().at(0)).isEqualTo(treeSums()[1]).isNotEqualTo(first);
        }
    }

    private java.nio.ByteBuffer arguments(int from, Tensor sums) {
        return java.nio.ByteBuffer.allocateDirect(16)
                .order(java.nio.ByteOrder.nativeOrder())
                .putLong(stream.address(x) + 4L * from)
                .putLong(stream.address(sums))
                .flip();
    }

    @Test
    void memoryEndsWhereTheFactsSay() {
        driver.as(new DeviceFacts("Small", 75, 1, 4096, 12_000));
        assertThat(driver.freeBytes()).isEqualTo(4096 - 192 * 4);
        assertThat(driver.allocate(4096)).isZero();
        assertThat(driver.pieces()).isEqualTo(1);
    }

    /** Makes the kernels come from a copy in which something is replaced. */
    private void breakSamples(String target, String replacement) throws IOException {
        String source = Files.readString(Shim.resource("samples.cu"));
        assertThat(source).contains(target);
        driver.with("samples", Files.writeString(folder.resolve("samples.cu"), source.replace(target, replacement)));
    }
}
