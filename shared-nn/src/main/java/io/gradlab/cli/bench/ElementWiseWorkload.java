package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pass over arrays; the speed counts the bytes that the pass must read and those that it must write. */
final class ElementWiseWorkload implements Workload {
    private static final int[] SIZES = {1 << 16, 1 << 23}; // 256 KiB an array, in the cache; 32 MiB, in memory
    private static final int FAR_BEYOND_A_GPUS_CACHE = 1 << 26; // 256 MiB an array
    private static final int COLUMNS = 64; // of the arrays as matrices, and channels of them as images
    private static final int SIDE = 32; // of images
    private static final WindowGeometry HALVES = WindowGeometry.square(2, 2, 0);

    /** What passes work on: matrices and images of one size, images a quarter as large, and rows of zeros. */
    private record Operands(Tensor out, Tensor x, Tensor y, Tensor positive, Tensor pooled, List<Tensor> rows) {
        static Operands ofSize(int size) {
            Shape matrix = Shape.of(size / COLUMNS, COLUMNS);
            Seed seed = new Seed(1);
            return new Operands(
                    Place.put(seed.stream("out").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("x").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("y").uniforms(matrix, -1, 1)),
                    Place.put(seed.stream("positive").uniforms(matrix, 0, 1)),
                    Place.put(seed.stream("pooled").uniforms(images(size, SIDE / 2), -1, 1)),
                    Stream.generate(() -> Place.put(Tensor.zeros(COLUMNS)))
                            .limit(3)
                            .toList());
        }

        private static Shape images(int size, int side) {
            return Shape.of(size / (COLUMNS * SIDE * SIDE), COLUMNS, side, side);
        }

        Tensor row(int number) {
            return rows.get(number);
        }

        Tensor image(Tensor matrix) {
            return matrix.reshape(images(matrix.size(), SIDE));
        }
    }

    private interface Work {
        void on(Kernels kernels, Operands of);
    }

    private final String what;
    private final int size;
    private final double floats; // read and written, for each element
    private final Work work;
    private @Nullable Operands operands;

    private ElementWiseWorkload(String what, int size, double floats, Work work) {
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
        boolean host = Place.device() == Device.CPU;
        for (int size : host ? SIZES : new int[] {SIZES[0], SIZES[1], FAR_BEYOND_A_GPUS_CACHE}) {
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
                    "bias gradient, the sum of rows", size, 1, (kernels, of) -> kernels.sumRows(of.x(), of.row(0))));
            all.add(pass("sum of squares", size, 1, (kernels, of) -> kernels.sumOfSquares(of.x())));
            all.add(pass("dropout 0.5", size, 2, (kernels, of) -> kernels.dropout(random, 0.5, 1, of.x(), of.out())));
            all.add(pass(
                    "batch norm",
                    size,
                    3,
                    (kernels, of) -> kernels.batchNorm(
                            of.image(of.x()), of.row(0), of.row(0), 1e-5, of.row(1), of.row(2), of.image(of.out()))));
            all.add(pass(
                    "batch norm's gradient",
                    size,
                    5,
                    (kernels, of) -> kernels.batchNormGradient(
                            of.image(of.x()),
                            of.image(of.y()),
                            of.row(0),
                            1e-5,
                            of.row(0),
                            of.row(0),
                            of.row(1),
                            of.row(2),
                            of.image(of.out()))));
            all.add(pass(
                    "max pooling of 2x2",
                    size,
                    1.25,
                    (kernels, of) -> kernels.maxPool(HALVES, of.image(of.x()), of.pooled())));
            all.add(pass(
                    "max pooling's gradient",
                    size,
                    2.25,
                    (kernels, of) ->
                            kernels.maxPoolGradient(HALVES, of.image(of.x()), of.pooled(), of.image(of.out()))));
            all.add(pass("sgd", size, 3, (kernels, of) -> kernels.sgd(sgd, of.out(), of.x())));
            all.add(pass(
                    "momentum", size, 5, (kernels, of) -> kernels.sgdMomentum(momentum, of.out(), of.x(), of.y())));
            all.add(pass(
                    "adam", size, 7, (kernels, of) -> kernels.adam(adam, of.out(), of.x(), of.y(), of.positive())));
        }
        return all;
    }

    private static Workload pass(String what, int size, double floats, Work work) {
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
        return floats * Float.BYTES * size / seconds / 1e9;
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
