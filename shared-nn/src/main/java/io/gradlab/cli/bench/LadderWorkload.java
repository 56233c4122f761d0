package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.kernel.ladder.BlockedMatmul;
import io.gradlab.nn.kernel.ladder.ImplicitConvolution;
import io.gradlab.nn.kernel.ladder.Maps;
import io.gradlab.nn.kernel.ladder.NaiveConvolution;
import io.gradlab.nn.kernel.ladder.NaiveMatmul;
import io.gradlab.nn.kernel.ladder.PackedMatmul;
import io.gradlab.nn.kernel.ladder.SimdMatmul;
import io.gradlab.nn.kernel.ladder.UnfoldedConvolution;
import io.gradlab.nn.kernel.ladder.WinogradConvolution;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** A rung of {@code docs/performance.md}; the speed of a convolution counts the operations of the definition. */
record LadderWorkload(String description, double flops, double warmUpSeconds, Runnable rung) implements Workload {
    private static final int SIZE = 768;
    private static final Maps MAPS = new Maps(8, 64, 32, 32, 128);

    /** Returns the rungs of both ladders, from the bottom up. */
    static List<Workload> all() {
        return List.of(
                product("naive", NaiveMatmul::multiply),
                product("cache-blocked", BlockedMatmul::multiply),
                product("SIMD tile", SimdMatmul::multiply),
                product("packed", PackedMatmul::multiply),
                product("the engine", (m, n, k, a, b, c) -> {
                    Tensor left = Tensor.of(Shape.of(m, k), a);
                    Tensor right = Tensor.of(Shape.of(k, n), b);
                    KernelRegistry.cpu().matmul(MatMul.NN, left, right, Tensor.of(Shape.of(m, n), c));
                }),
                convolution("naive", NaiveConvolution::convolve),
                convolution("im2col", UnfoldedConvolution::convolve),
                convolution("implicit GEMM", ImplicitConvolution::convolve),
                convolution("Winograd", WinogradConvolution::convolve),
                convolution("the engine", LadderWorkload::engine));
    }

    private interface Product {
        void multiply(int m, int n, int k, float[] a, float[] b, float[] c);
    }

    private interface Convolution {
        void convolve(Maps maps, float[] x, float[] w, float[] y);
    }

    private static Workload product(String name, Product product) {
        float[] a = random("a", SIZE * SIZE);
        float[] b = random("b", SIZE * SIZE);
        float[] c = new float[SIZE * SIZE];
        double flops = 2.0 * SIZE * SIZE * SIZE;
        return new LadderWorkload("matmul, " + name, flops, 2, () -> product.multiply(SIZE, SIZE, SIZE, a, b, c));
    }

    private static Workload convolution(String name, Convolution convolution) {
        int inputs = MAPS.images() * MAPS.channels() * MAPS.height() * MAPS.width();
        float[] x = random("x", inputs);
        float[] w = random("w", MAPS.outputs() * MAPS.channels() * 9);
        float[] y = new float[inputs / MAPS.channels() * MAPS.outputs()];
        double flops = 2.0 * y.length * MAPS.channels() * 9;
        return new LadderWorkload("conv 3×3, " + name, flops, 2, () -> convolution.convolve(MAPS, x, w, y));
    }

    private static void engine(Maps maps, float[] x, float[] w, float[] y) {
        Tensor images = Tensor.of(Shape.of(maps.images(), maps.channels(), maps.height(), maps.width()), x);
        Tensor weight = Tensor.of(Shape.of(maps.outputs(), maps.channels(), 3, 3), w);
        Tensor out = Tensor.of(Shape.of(maps.images(), maps.outputs(), maps.height(), maps.width()), y);
        Tensor bias = Tensor.zeros(maps.outputs());
        KernelRegistry.cpu().conv2d(WindowGeometry.square(3, 1, 1), images, weight, bias, out);
    }

    private static float[] random(String name, int size) {
        return new Seed(1).stream(name).uniforms(Shape.of(size), -1, 1).data();
    }

    @Override
    public String name() {
        return "ladder";
    }

    @Override
    public void prepare() {
        rung.run();
    }

    @Override
    public void step() {
        rung.run();
    }

    @Override
    public boolean fastestCounts() {
        return true;
    }

    @Override
    public double value(double seconds) {
        return flops / seconds / 1e9;
    }

    @Override
    public String unit() {
        return "GFLOP/s";
    }
}
