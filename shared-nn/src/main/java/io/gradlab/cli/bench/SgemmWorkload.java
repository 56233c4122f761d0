package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** A square matrix product, C = A · B. */
final class SgemmWorkload implements Workload {
    private static final int SIZE = 512;

    private Tensor a = Tensor.zeros(0, 0);
    private Tensor b = a;
    private Tensor c = a;

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
        a = Place.put(random("a"));
        b = Place.put(random("b"));
        c = Place.kernels().allocate(Shape.of(SIZE, SIZE));
    }

    @Override
    public void step() {
        Place.kernels().matmul(MatMul.NN, a, b, c);
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
