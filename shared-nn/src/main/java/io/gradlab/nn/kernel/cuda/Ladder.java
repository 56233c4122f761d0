package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * One convolution in five kernels, from the definition to tensor cores: the rungs of {@code docs/gpu.md}, slow on purpose,
 * below the kernels that the engine uses ({@link Products}).
 */
public final class Ladder {

    /**
     * A rung.
     *
     * @param kernel its name in {@code module}
     * @param rows channels that a block of threads computes, 0 if a thread computes one result
     * @param columns pixels that a block computes, if it has rows
     */
    record Rung(String description, String module, String kernel, int rows, int columns, int threads) {}

    /** From the bottom up; the last needs a GPU whose tensor cores know TF32. */
    static final List<Rung> RUNGS = List.of(
            new Rung("naive", "ladder", "ladder_naive", 0, 0, 256),
            new Rung("coalesced", "ladder", "ladder_coalesced", 0, 0, 256),
            new Rung("shared memory", "ladder", "ladder_shared", 16, 16, 256),
            new Rung("registers", "ladder", "ladder_registers", 64, 64, 256),
            new Rung("tensor cores", "ladder_tensor", "ladder_tensor_cores", 64, 64, 128));

    private final List<Kernel> kernels;

    /** Returns what the rungs are called that a device can run, from the bottom up. */
    public static List<String> rungs(Kernels kernels) {
        boolean tensorCores = !(kernels instanceof CudaKernels cuda)
                || cuda.stream().driver().facts().hasTf32();
        return RUNGS.subList(0, RUNGS.size() - (tensorCores ? 0 : 1)).stream()
                .map(Rung::description)
                .toList();
    }

    /**
     * Prepares to climb.
     *
     * @param kernels a GPU's
     * @throws IllegalArgumentException if they are the host's
     */
    public static Ladder of(Kernels kernels) {
        if (kernels instanceof CudaKernels cuda) {
            return new Ladder(cuda.stream());
        }
        throw new IllegalArgumentException("These kernels are no GPU's: " + kernels.description());
    }

    Ladder(Stream stream) {
        kernels = RUNGS.stream()
                .map(rung -> stream.kernel(rung.module(), rung.kernel()))
                .toList();
    }

    /**
     * Computes a 3×3 convolution of stride 1 and padding 1, without bias.
     *
     * @param rung in the order of {@link #rungs}
     * @param x {@code [N, C, H, W]}
     * @param w {@code [O, C, 3, 3]}
     * @param y {@code [N, O, H, W]}
     */
    public void convolve(int rung, Tensor x, Tensor w, Tensor y) {
        Rung step = RUNGS.get(rung);
        int maps = y.dim(1);
        int pixels = y.size() / maps;
        long blocks = step.rows() == 0
                ? Math.ceilDiv((long) y.size(), step.threads())
                : (long) Math.ceilDiv(maps, step.rows()) * Math.ceilDiv(pixels, step.columns());
        kernels.get(rung)
                .on(Grid.of(Math.toIntExact(blocks), step.threads()))
                .tensor(x)
                .tensor(w)
                .tensor(y)
                .integer(x.dim(0))
                .integer(x.dim(1))
                .integer(x.dim(2))
                .integer(x.dim(3))
                .integer(maps)
                .go();
    }
}
