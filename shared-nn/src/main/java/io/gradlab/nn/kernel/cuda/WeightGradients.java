package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * Gradients of convolutions' weights: products with few results and long sums, which are cut into pieces so that the whole
 * GPU has work.
 */
final class WeightGradients {
    private static final int FEW = 2; // channels of which groups would be mostly empty
    private static final int THINNEST = 32; // maps that are worth rounding up to a tile of tensor cores
    private static final int NARROW = 64;
    private static final int TENSOR_CHANNELS = 8;

    private final Stream stream;
    private final Planner planner;
    private final Splits splits;
    private final boolean tensorCores;
    private final List<Tiled> few;
    private final List<Tiled> fp32;
    private final List<Tiled> large;
    private final List<Tiled> narrow;

    WeightGradients(Stream stream, Planner planner, Splits splits, boolean tensorCores) {
        this.stream = stream;
        this.planner = planner;
        this.splits = splits;
        this.tensorCores = tensorCores;
        few = List.of(Tiled.fp32(stream, "convolutions", "weight_gradient_few", "64"));
        fp32 = List.of(
                Tiled.fp32(stream, "convolutions", "weight_gradient", "64x128"),
                Tiled.fp32(stream, "convolutions", "weight_gradient", "64"));
        Tiled small = Tiled.tf32(stream, "weight_gradient_tf32", "64");
        large = List.of(Tiled.tf32(stream, "weight_gradient_tf32", "128"), small);
        narrow = List.of(Tiled.tf32(stream, "weight_gradient_tf32", "64x128"), small);
    }

    void run(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        int maps = outputGradient.dim(1);
        int channels = input.dim(1);
        int area = outputGradient.dim(2) * outputGradient.dim(3);
        Plan plan = planner.plan(
                choices(channels, maps), maps, weightGradient.size() / maps, (long) input.dim(0) * area, 1);
        int group = channels <= FEW ? 1 : plan.tiled().each();
        int columns = Math.ceilDiv(channels, group) * group * window.kernelHeight() * window.kernelWidth();
        long target = plan.split()
                ? stream.scratch(Splits.bytes(plan, weightGradient.size()))
                : stream.address(weightGradient);
        plan.tiled()
                .kernel()
                .on(plan.grid(maps, columns, 1))
                .tensor(input)
                .tensor(outputGradient)
                .address(target)
                .integer(input.dim(0))
                .integer(channels)
                .integer(input.dim(2))
                .integer(input.dim(3))
                .integer(maps)
                .integer(outputGradient.dim(2))
                .integer(outputGradient.dim(3))
                .integer(window.kernelHeight())
                .integer(window.kernelWidth())
                .integer(window.stride())
                .integer(window.padding())
                .integer(plan.splits())
                .bits(Divisors.bits(area))
                .bits(Divisors.bits(outputGradient.dim(3)))
                .go();
        if (plan.split()) {
            splits.sum(plan, target, null, 1, 1, false, Float.NEGATIVE_INFINITY, weightGradient);
        }
    }

    private List<Tiled> choices(int channels, int maps) {
        if (channels <= FEW) {
            return few;
        }
        if (!tensorCores || maps < THINNEST || channels < TENSOR_CHANNELS) {
            return fp32;
        }
        return maps > NARROW ? large : narrow;
    }
}
