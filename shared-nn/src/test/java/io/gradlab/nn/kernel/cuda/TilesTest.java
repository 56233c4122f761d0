package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tiles of products need each of their barriers and waits; that one is missing shows in some order of the threads. */
@Tag("shim")
class TilesTest {
    private static final int M = 70;
    private static final int N = 68; // rows of quads, as tensor cores need them
    private static final int K = 84;
    private static final double FP32 = 1e-5;
    private static final double TF32 =
            0.02; // 84 products, two factors of which are off by up to 2^-11 each: at most 0.08

    @TempDir
    private Path folder;

    @BeforeEach
    void requireCompiler() {
        ShimKernels.requireCompiler();
    }

    @ParameterizedTest
    @CsvSource({"float_tile, " + FP32, "tensor_tile, " + TF32})
    void tilesAreRight(String kernel, double bound) {
        assertThat(worst(kernel, Shim.resource("tiles.cu"))).isLessThan(bound);
    }

    @ParameterizedTest
    @CsvSource({
        "float_tile, __syncthreads(); // the first, //",
        "float_tile, __syncthreads(); // the next, //",
        "float_tile, as[(tile + 1) % 2], as[tile % 2]",
        "tensor_tile, __syncthreads(); // everybody, //",
        "tensor_tile, awaitCopies<STAGES - 2>();, ''",
        "tensor_tile, awaitCopies<STAGES - 2>();, awaitCopies<STAGES - 1>();"
    })
    void aMissingBarrierOrWaitShows(String kernel, String target, String replacement) throws IOException {
        for (String name : List.of("float_tile.cuh", "tensor_tile.cuh", "tiles.cu")) {
            String source = Files.readString(Shim.resource(name));
            if (name.equals(kernel + ".cuh")) {
                assertThat(source).contains(target);
                source = source.replace(target, replacement);
            }
            Files.writeString(folder.resolve(name), source);
        }
        assertThat(worst(kernel, folder.resolve("tiles.cu"))).isGreaterThan(2 * TF32);
    }

    /** Returns the largest error of a product in any order of threads, infinite for NaN. */
    private static double worst(String kernel, Path source) {
        Tensor a = new Seed(1).stream("a").uniforms(Shape.of(M, K), -1, 1);
        Tensor b = new Seed(1).stream("b").uniforms(Shape.of(K, N), -1, 1);
        double worst = 0;
        try (ShimDriver driver = new ShimDriver().with("tiles", source)) {
            Stream stream = new Stream(driver);
            Tensor out = device(stream, Tensor.zeros(M, N));
            for (ShimDriver.Order order : ShimDriver.Order.values()) {
                driver.inOrder(order);
                stream.kernel("tiles", kernel)
                        .on(Grid.of(4, kernel.equals("float_tile") ? 256 : 128))
                        .tensor(device(stream, a))
                        .tensor(device(stream, b))
                        .tensor(out)
                        .integer(M)
                        .integer(N)
                        .integer(K)
                        .go();
                worst = Math.max(worst, error(a, b, out.toHost()));
            }
        }
        return worst;
    }

    private static Tensor device(Stream stream, Tensor host) {
        Tensor device = new Tensor(host.shape(), stream.memory().storage(stream, host.size()));
        device.copyFrom(host);
        return device;
    }

    private static double error(Tensor a, Tensor b, Tensor out) {
        double worst = 0;
        for (int i = 0; i < M; i++) {
            for (int j = 0; j < N; j++) {
                double expected = 0;
                for (int p = 0; p < K; p++) {
                    expected += (double) a.at(i, p) * b.at(p, j);
                }
                double error = Math.abs(out.at(i, j) - expected);
                worst = Math.max(worst, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
            }
        }
        return worst;
    }
}
