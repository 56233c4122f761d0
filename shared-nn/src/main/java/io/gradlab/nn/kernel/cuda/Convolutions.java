package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Convolutions and the gradients of their inputs, which are convolutions with weights turned round, by the kernels of
 * {@code convolutions.cu} or, on tensor cores, {@code tensor_cores.cu}.
 */
final class Convolutions {
    private static final int THIN = 16; // results' channels for which a tile of 64 would be mostly empty
    private static final int NARROW = 64;
    private static final int TENSOR_CHANNELS = 8; // for fewer, blocks of 16 would be mostly empty
    private static final int LANES = 32; // rows and columns that a block packs

    private final Stream stream;
    private final Planner planner;
    private final Splits splits;
    private final boolean tensorCores;
    private final Kernel pack;
    private final Kernel packTf32;
    private final List<Tiled> large;
    private final List<Tiled> narrow;
    private final List<Tiled> thin;
    private final List<Tiled> few;
    private final List<Tiled> fewThin;
    private final List<Tiled> largeTf32;
    private final List<Tiled> narrowTf32;

    Convolutions(Stream stream, Planner planner, Splits splits, boolean tensorCores) {
        this.stream = stream;
        this.planner = planner;
        this.splits = splits;
        this.tensorCores = tensorCores;
        pack = stream.kernel("convolutions", "pack_weights");
        packTf32 = stream.kernel("tensor_cores", "pack_weights_tf32");
        large = List.of(fp32("convolve", "128"), fp32("convolve", "64"));
        narrow = List.of(fp32("convolve", "64x128"), fp32("convolve", "64"));
        thin = List.of(fp32("convolve", "16x128"));
        few = List.of(fp32("convolve_few", "64x128"));
        fewThin = List.of(fp32("convolve_few", "16x128"));
        largeTf32 = List.of(Tiled.tf32(stream, "convolve_tf32", "128"), Tiled.tf32(stream, "convolve_tf32", "64"));
        narrowTf32 = List.of(Tiled.tf32(stream, "convolve_tf32", "64x128"), Tiled.tf32(stream, "convolve_tf32", "64"));
    }

    private Tiled fp32(String prefix, String size) {
        return Tiled.fp32(stream, "convolutions", prefix, size);
    }

    /**
     * Computes a convolution of {@code source}, or with {@code turned} the gradient of one's input from {@code source}, its
     * output's gradient.
     */
    void run(
            WindowGeometry window,
            boolean turned,
            Tensor source,
            Tensor weight,
            @Nullable Tensor bias,
            float floor,
            Tensor out) {
        int channels = source.dim(1);
        int maps = out.dim(1);
        int taps = window.kernelHeight() * window.kernelWidth();
        int phases = turned ? window.stride() : 1;
        boolean sparse = sparse(channels) && phases == 1;
        int pixels = out.dim(0)
                * Math.ceilDiv(out.dim(2), phases)
                * Math.ceilDiv(out.dim(3), phases); // of the largest phase
        long depth = (long) channels * taps / (phases * phases);
        Plan plan = planner.plan(choices(sparse, channels, maps), maps, pixels, depth, phases * phases);
        int block = sparse ? channels : plan.tiled().depth();
        int rows = roundUp(roundUp(channels, block) * taps, plan.tiled().depth());
        int width = roundUp(maps, plan.tiled().rows());
        long packedBytes = 4L * rows * width;
        long packed = stream.scratch(packedBytes + Splits.bytes(plan, out.size()));
        long target = plan.split() ? packed + packedBytes : stream.address(out);

        (plan.tiled().tf32() ? packTf32 : pack)
                .on(Grid.of(Math.ceilDiv(rows, LANES), Math.ceilDiv(width, LANES), 256))
                .tensor(weight)
                .address(packed)
                .integer(maps)
                .integer(channels)
                .integer(window.kernelHeight())
                .integer(window.kernelWidth())
                .integer(phases)
                .integer(turned ? 1 : 0)
                .integer(block)
                .integer(rows)
                .integer(width)
                .go();
        plan.tiled()
                .kernel()
                .on(plan.grid(maps, pixels, phases * phases))
                .tensor(source)
                .address(packed)
                .address(plan.split() ? 0 : splits.address(bias))
                .address(target)
                .integer(source.dim(0))
                .integer(channels)
                .integer(source.dim(2))
                .integer(source.dim(3))
                .integer(maps)
                .integer(out.dim(2))
                .integer(out.dim(3))
                .integer(window.kernelHeight())
                .integer(window.kernelWidth())
                .integer(window.stride())
                .integer(window.padding())
                .integer(turned ? 1 : 0)
                .integer(width)
                .integer(plan.splits())
                .number(plan.split() ? Float.NEGATIVE_INFINITY : floor)
                .bits(Divisors.bits(channels))
                .bits(Divisors.bits(window.kernelWidth()))
                .go();
        if (plan.split()) {
            splits.sum(plan, target, bias, out.dim(2) * out.dim(3), maps, false, floor, out);
        }
    }

    private static int roundUp(int number, int step) {
        return Math.ceilDiv(number, step) * step;
    }

    /** Returns whether blocks of eight channels would be half empty or more. */
    private static boolean sparse(int channels) {
        return Math.ceilDiv(channels, 8) * 8 * 2 > channels * 3;
    }

    private List<Tiled> choices(boolean sparse, int channels, int maps) {
        if (sparse) {
            return maps <= THIN ? fewThin : few;
        }
        if (maps <= THIN) {
            return thin;
        }
        boolean tf32 = tensorCores && channels >= TENSOR_CHANNELS;
        return maps <= NARROW ? (tf32 ? narrowTf32 : narrow) : (tf32 ? largeTf32 : large);
    }
}
