package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rung of the GPU's ladder computes the definition, inside of tiles and at their edges, in any order of threads. */
class LadderKernelsTest {
    private static final double FP32 =
            0x1p-21; // of the sum of absolute products: some 200 roundings add up as a random walk
    private static final double TF32 = 0x1p-10 + 0x1p-20; // ... each factor rounded by up to 2^-11

    private record Sizes(int images, int channels, int height, int width, int maps) {}

    private static final List<Sizes> SIZES =
            List.of(new Sizes(1, 1, 1, 1, 1), new Sizes(2, 3, 5, 7, 4), new Sizes(2, 20, 8, 9, 65));

    @ParameterizedTest
    @EnumSource
    @Tag("shim")
    void allRungsComputeTheDefinition(ShimDriver.Order order) {
        ShimKernels.requireCompiler();
        try (ShimDriver driver = new ShimDriver().inOrder(order)) {
            requireDefinitions(new Stream(driver));
        }
    }

    @Test
    @Tag("gpu")
    void onAGpuTheyDoToo() {
        try (CudaKernels kernels = GpuKernels.open(Precision.FP32)) {
            requireDefinitions(kernels.stream());
        }
    }

    private static void requireDefinitions(Stream stream) {
        Ladder ladder = new Ladder(stream);
        boolean tensorCores = stream.driver().facts().hasTf32();
        for (Sizes sizes : SIZES) {
            for (int rung = 0; rung < Ladder.RUNGS.size() - (tensorCores ? 0 : 1); rung++) {
                requireDefinition(stream, ladder, rung, sizes);
            }
        }
    }

    private static void requireDefinition(Stream stream, Ladder ladder, int rung, Sizes sizes) {
        Tensor x = random("x", sizes.images, sizes.channels, sizes.height, sizes.width);
        Tensor w = random("w", sizes.maps, sizes.channels, 3, 3);
        Tensor y = device(stream, Tensor.zeros(sizes.images, sizes.maps, sizes.height, sizes.width));
        ladder.convolve(rung, device(stream, x), device(stream, w), y);
        float[] actual = y.toHost().data();
        double share = Ladder.RUNGS.get(rung).module().equals("ladder_tensor") ? TF32 : FP32;
        for (int i = 0; i < actual.length; i++) {
            double[] sums = definition(sizes, x, w, i);
            assertThat(Math.abs(actual[i] - sums[0]))
                    .as("%s, %s, element %d", Ladder.RUNGS.get(rung).description(), sizes, i)
                    .isLessThanOrEqualTo(share * sums[1]);
        }
    }

    /** Returns the sum of the products of result {@code i}, and that of their absolute values. */
    private static double[] definition(Sizes sizes, Tensor x, Tensor w, int i) {
        int area = sizes.height * sizes.width;
        int image = i / area / sizes.maps;
        int map = i / area % sizes.maps;
        double[] terms = IntStream.range(0, sizes.channels * 9)
                .mapToDouble(tap -> {
                    int row = i % area / sizes.width + tap / 3 % 3 - 1;
                    int column = i % sizes.width + tap % 3 - 1;
                    boolean there = row >= 0 && row < sizes.height && column >= 0 && column < sizes.width;
                    return there
                            ? (double) x.at(image, tap / 9, row, column) * w.data()[map * sizes.channels * 9 + tap]
                            : 0;
                })
                .toArray();
        return new double[] {
            IntStream.range(0, terms.length).mapToDouble(k -> terms[k]).sum(),
            IntStream.range(0, terms.length)
                    .mapToDouble(k -> Math.abs(terms[k]))
                    .sum()
        };
    }

    private static Tensor random(String name, int... dimensions) {
        return new Seed(1).stream(name).uniforms(Shape.of(dimensions), -1, 1);
    }

    private static Tensor device(Stream stream, Tensor host) {
        Tensor device = new Tensor(host.shape(), stream.memory().storage(stream, host.size()));
        device.copyFrom(host);
        return device;
    }
}
