package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** One pass of one convolution layer; the speed counts the direct method's operations, whichever method is used. */
record ConvWorkload(Pass pass, int channels, int maps, int size, int kernel, int batch, Tensor[] tensors)
        implements Workload {

    /** Which of a layer's three convolutions. */
    enum Pass {
        FORWARD,
        INPUT_GRADIENT,
        WEIGHT_GRADIENT
    }

    /** Returns the passes of five layers that between them take every method. */
    static List<Workload> all() {
        int[][] layers = {
            {64, 128, 32, 3, 32}, {32, 64, 14, 5, 100}, {256, 256, 56, 3, 4}, {3, 64, 224, 3, 4}, {1, 32, 28, 5, 100}
        };
        List<Workload> workloads = new ArrayList<>();
        for (int[] layer : layers) {
            for (Pass pass : Pass.values()) {
                workloads.add(new ConvWorkload(pass, layer[0], layer[1], layer[2], layer[3], layer[4], new Tensor[4]));
            }
        }
        return workloads;
    }

    @Override
    public String name() {
        return "conv";
    }

    @Override
    public String description() {
        String what = switch (pass) {
            case FORWARD -> "forward";
            case INPUT_GRADIENT -> "input gradient";
            case WEIGHT_GRADIENT -> "weight gradient";
        };
        return what + ", " + kernel + "×" + kernel + " " + channels + "→" + maps + " on " + size + "×" + size
                + ", batch " + batch;
    }

    @Override
    public void prepare() {
        Seed seed = new Seed(1);
        tensors[0] = seed.stream("x").uniforms(Shape.of(batch, channels, size, size), -1, 1);
        tensors[1] = seed.stream("w").uniforms(Shape.of(maps, channels, kernel, kernel), -1, 1);
        tensors[2] = seed.stream("b").uniforms(Shape.of(maps), -1, 1);
        tensors[3] = seed.stream("y").uniforms(Shape.of(batch, maps, size, size), -1, 1);
        for (int i = 0; i < tensors.length; i++) {
            tensors[i] = Place.put(tensors[i]);
        }
    }

    @Override
    public void step() {
        WindowGeometry window = WindowGeometry.square(kernel, 1, kernel / 2);
        Kernels kernels = Place.kernels();
        switch (pass) {
            case FORWARD -> kernels.conv2d(window, tensors[0], tensors[1], tensors[2], tensors[3]);
            case INPUT_GRADIENT -> kernels.conv2dInputGradient(window, tensors[3], tensors[1], tensors[0]);
            case WEIGHT_GRADIENT -> kernels.conv2dWeightGradient(window, tensors[0], tensors[3], tensors[1]);
        }
    }

    @Override
    public double flops() {
        return 2.0 * batch * channels * maps * kernel * kernel * size * size;
    }

    @Override
    public double value(double seconds) {
        return flops() / seconds / 1e9;
    }

    @Override
    public String unit() {
        return "GFLOP/s";
    }
}
