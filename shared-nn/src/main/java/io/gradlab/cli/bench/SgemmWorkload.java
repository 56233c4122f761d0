package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** A square matrix product, C = A · B. */
final class SgemmWorkload implements Workload {
    private static final int SIZE = 512;

    private final Tensor a = random("a");
    private final Tensor b = random("b");
    private final Tensor c = Tensor.zeros(SIZE, SIZE);

    @Override
    public String name() {
        return "sgemm";
    }

    @Override
    public String description() {
        return "matrix product " + SIZE + "×" + SIZE + "×" + SIZE;
    }

    @Override
    public void prepare() {
        step();
    }

    @Override
    public void step() {
        KernelRegistry.cpu().matmul(MatMul.NN, a, b, c);
    }

    @Override
    public double flops() {
        return 2.0 * SIZE * SIZE * SIZE;
    }

    @Override
    public double value(double seconds) {
        return flops() / seconds / 1e9;
    }

    @Override
    public String unit() {
        return "GFLOP/s";
    }

    private static Tensor random(String name) {
        return new Seed(1).stream(name).uniforms(Shape.of(SIZE, SIZE), -1, 1);
    }
}
