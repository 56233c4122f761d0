package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One pass over arrays; the speed counts the bytes that the pass must read and those that it must write. */
final class ElementWiseWorkload implements Workload {
    private static final int[] SIZES = {1 << 16, 1 << 23}; // 256 KiB an array, in the cache; 32 MiB, in memory
    private static final int COLUMNS = 64; // of the arrays as matrices

    /** What passes work on: matrices and, for sums, a row. */
    private record Operands(Tensor out, Tensor x, Tensor y, Tensor positive, Tensor row) {
        static Operands ofSize(int size) {
            Shape matrix = Shape.of(size / COLUMNS, COLUMNS);
            Seed seed = new Seed(1);
            return new Operands(
                    Place.put(seed.stream("out").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("x").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("y").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("positive").uniforms(matrix, 0, 1)),
                    Place.put(Tensor.zeros(COLUMNS)));
        }
    }

    private interface Work {
        void on(Kernels kernels, Operands of);
    }

    private final String what;
    private final int size;
    private final int floats; // read and written, for each element
    private final Work work;
    private @Nullable Operands operands;

    private ElementWiseWorkload(String what, int size, int floats, Work work) {
        this.what = what;
        this.size = size;
        this.floats = floats;
        this.work = work;
    }

    /** Returns all passes at both sizes; the first is a plain copy, to compare with. */
    static List<Workload> all() {
        RandomStream random = new Seed(1).stream("dropout");
        SgdStep sgd = new SgdStep(1e-3, 0, 0);
        SgdStep momentum = new SgdStep(1e-3, 0.9, 0);
        AdamStep adam = AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0);
        List<Workload> all = new ArrayList<>();
        for (int size : SIZES) {
            all.add(pass("copy", size, 2, (kernels, of) -> kernels.activate(ActivationKind.LINEAR, of.x(), of.out())));
            for (ActivationKind kind : List.of(ActivationKind.RELU, ActivationKind.SIGMOID, ActivationKind.TANH)) {
                all.add(pass(kind.label(), size, 2, (kernels, of) -> kernels.activate(kind, of.x(), of.out())));
                all.add(pass(
                        kind.label() + " gradient",
                        size,
                        3,
                        (kernels, of) -> kernels.activationGradient(kind, of.x(), of.y(), of.out())));
            }
            all.add(pass("softmax of rows of " + COLUMNS, size, 2, (kernels, of) -> kernels.softmax(of.x(), of.out())));
            all.add(pass(
                    "bias gradient, the sum of rows", size, 1, (kernels, of) -> kernels.sumRows(of.x(), of.row())));
            all.add(pass("sum of squares", size, 1, (kernels, of) -> kernels.sumOfSquares(of.x())));
            all.add(pass("dropout 0.5", size, 2, (kernels, of) -> kernels.dropout(random, 0.5, 1, of.x(), of.out())));
            all.add(pass("sgd", size, 3, (kernels, of) -> kernels.sgd(sgd, of.out(), of.x())));
            all.add(pass(
                    "momentum", size, 5, (kernels, of) -> kernels.sgdMomentum(momentum, of.out(), of.x(), of.y())));
            all.add(pass(
                    "adam", size, 7, (kernels, of) -> kernels.adam(adam, of.out(), of.x(), of.y(), of.positive())));
        }
        return all;
    }

    private static Workload pass(String what, int size, int floats, Work work) {
        return new ElementWiseWorkload(what, size, floats, work);
    }

    @Override
    public String name() {
        return "elementwise";
    }

    @Override
    public String description() {
        return what + ", " + (size >= 1 << 20 ? (size >> 20) + " Mi" : (size >> 10) + " Ki") + " floats";
    }

    @Override
    public void prepare() {
        operands = Operands.ofSize(size);
    }

    @Override
    public void step() {
        work.on(Place.kernels(), Objects.requireNonNull(operands, "prepare() comes first"));
    }

    @Override
    public double flops() {
        return 0;
    }

    @Override
    public double value(double seconds) {
        return (double) floats * Float.BYTES * size / seconds / 1e9;
    }

    @Override
    public String unit() {
        return "GB/s";
    }

    @Override
    public double warmUpSeconds() {
        return size == SIZES[0] ? 2 : 0.7; // the second size finds its loops compiled
    }
}
