package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.kernel.cuda.Ladder;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A rung of {@code docs/gpu.md}, on a GPU; after the last comes the engine. */
final class GpuLadderWorkload implements Workload {
    private static final int IMAGES = 64;
    private static final int CHANNELS = 128;
    private static final int SIZE = 56;
    private static final double FLOPS = 2.0 * IMAGES * CHANNELS * CHANNELS * 9 * SIZE * SIZE;

    private final String what;
    private final int rung; // -1: the engine
    private Runnable step = () -> {};

    private GpuLadderWorkload(String what, int rung) {
        this.what = what;
        this.rung = rung;
    }

    /** Returns the rungs, from the bottom up, that the GPU can run. */
    static List<Workload> all() {
        List<String> names = Ladder.rungs(Place.kernels());
        List<Workload> all = new ArrayList<>(IntStream.range(0, names.size())
                .mapToObj(rung -> (Workload) new GpuLadderWorkload(names.get(rung), rung))
                .toList());
        all.add(new GpuLadderWorkload("the engine", -1));
        return all;
    }

    @Override
    public String name() {
        return Workloads.LADDER;
    }

    @Override
    public String description() {
        return "conv 3×3, " + what;
    }

    @Override
    public void prepare() {
        Seed seed = new Seed(1);
        Tensor x = Place.put(seed.stream("x").uniforms(Shape.of(IMAGES, CHANNELS, SIZE, SIZE), -1, 1));
        Tensor w = Place.put(seed.stream("w").uniforms(Shape.of(CHANNELS, CHANNELS, 3, 3), -1, 1));
        Tensor bias = Place.kernels().allocate(Shape.of(CHANNELS));
        Tensor y = Place.kernels().allocate(x.shape());
        if (rung < 0) {
            WindowGeometry window = WindowGeometry.square(3, 1, 1);
            step = () -> Place.kernels().conv2d(window, x, w, bias, y);
        } else {
            Ladder ladder = Ladder.of(Place.kernels());
            step = () -> ladder.convolve(rung, x, w, y);
        }
    }

    @Override
    public void step() {
        step.run();
    }

    @Override
    public double flops() {
        return FLOPS;
    }

    @Override
    public double value(double seconds) {
        return FLOPS / seconds / 1e9;
    }

    @Override
    public String unit() {
        return "GFLOP/s";
    }
}
