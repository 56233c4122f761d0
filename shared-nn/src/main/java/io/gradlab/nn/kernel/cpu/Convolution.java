package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Convolution as a matrix product: each image is unfolded into a matrix [C·kh·kw, OH·OW], whose column is what the window
 * sees at one place ("im2col"; Chellapilla, Puri and Simard, 2006).
 *
 * <pre>{@code
 * out[o, y, x]  = bias[o] + Σ_c,i,j  w[o, c, i, j] · in[c, y·s + i - p, x·s + j - p]
 *               = bias[o] + Σ_r      w[o, r]       · unfolded[r, (y, x)]
 * }</pre>
 */
final class Convolution {
    private final Workers workers;
    private final Gemm gemm;
    private final Winograd winograd;
    private final WinogradGradient winogradGradient;
    private final DirectConvolution direct;
    private final WeightGradient weightGradient;
    private final NarrowWeightGradient narrow;
    private final boolean exact; // only the direct method, whose chains are those of the definition
    private final ThreadLocal<Gemm.Operand> unfolds =
            ThreadLocal.withInitial(() -> Gemm.Operand.plain(new float[0], 0, 0));

    Convolution(Loops loops, Workers workers, Gemm gemm, boolean exact) {
        this.workers = workers;
        this.gemm = gemm;
        this.exact = exact;
        this.winograd = new Winograd(loops, workers);
        this.winogradGradient = new WinogradGradient(loops, workers);
        this.direct = new DirectConvolution(loops, workers);
        this.weightGradient = new WeightGradient(loops, workers);
        this.narrow = new NarrowWeightGradient(loops, workers);
    }

    /** Computes a convolution, of which each result is at least {@code floor}. */
    void forward(WindowGeometry window, Tensor input, Tensor weight, Tensor bias, float floor, Tensor out) {
        int maps = weight.dim(0);
        WinogradForm form = winogradForm(window, input.dim(1), maps);
        if (form != null) {
            WinogradMaps sizes = new WinogradMaps(
                    form, input.dim(0), input.dim(1), input.dim(2), input.dim(3), maps, window.padding());
            winograd.run(sizes, input.data(), weight.data(), false, bias.data(), floor, out.data());
            return;
        }
        if (DirectConvolution.suits(input.dim(1), maps)) {
            DirectConvolution.Maps sizes = new DirectConvolution.Maps(
                    input.dim(0), input.dim(1), input.dim(2), input.dim(3), maps, out.dim(2), out.dim(3));
            direct.run(window, sizes, input.data(), weight.data(), false, bias.data(), floor, out.data());
            return;
        }
        Unfold unfold = new Unfold(window, input.shape());
        Gemm.Operand weights = Gemm.Operand.plain(weight.data(), 0, unfold.rows());
        workers.run(input.dim(0), n -> {
            Gemm.Operand unfolded = room(unfold);
            unfold.unfold(input.data(), n, unfolded.data());
            int at = n * maps * unfold.pixels();
            for (int o = 0; o < maps; o++) {
                int row = at + o * unfold.pixels();
                Arrays.fill(out.data(), row, row + unfold.pixels(), bias.data()[o]);
            }
            gemm.multiplyAlone(maps, unfold.pixels(), unfold.rows(), weights, unfolded, out.data(), at);
            ElementWise.raise(out.data(), at, at + maps * unfold.pixels(), floor);
        });
    }

    void inputGradient(WindowGeometry window, Tensor outputGradient, Tensor weight, Tensor inputGradient) {
        int maps = weight.dim(0);
        WinogradForm form = winogradForm(window, maps, inputGradient.dim(1));
        if (form != null) {
            WinogradMaps sizes = new WinogradMaps(
                    form,
                    inputGradient.dim(0),
                    maps,
                    outputGradient.dim(2),
                    outputGradient.dim(3),
                    inputGradient.dim(1),
                    form.kernel() - 1 - window.padding());
            winograd.run(
                    sizes,
                    outputGradient.data(),
                    weight.data(),
                    true,
                    null,
                    Float.NEGATIVE_INFINITY,
                    inputGradient.data());
            return;
        }
        if (canMirror(window) && DirectConvolution.suits(maps, inputGradient.dim(1))) {
            DirectConvolution.Maps sizes = new DirectConvolution.Maps(
                    inputGradient.dim(0),
                    maps,
                    outputGradient.dim(2),
                    outputGradient.dim(3),
                    inputGradient.dim(1),
                    inputGradient.dim(2),
                    inputGradient.dim(3));
            WindowGeometry back =
                    WindowGeometry.square(window.kernelHeight(), 1, window.kernelHeight() - 1 - window.padding());
            direct.run(
                    back,
                    sizes,
                    outputGradient.data(),
                    weight.data(),
                    true,
                    null,
                    Float.NEGATIVE_INFINITY,
                    inputGradient.data());
            return;
        }
        Unfold unfold = new Unfold(window, inputGradient.shape());
        workers.run(inputGradient.dim(0), n -> {
            float[] unfolded = room(unfold).data();
            Arrays.fill(unfolded, 0, unfold.size(), 0);
            gemm.multiplyAlone(
                    unfold.rows(),
                    unfold.pixels(),
                    maps,
                    Gemm.Operand.transposed(weight.data(), 0, unfold.rows()),
                    Gemm.Operand.plain(outputGradient.data(), n * maps * unfold.pixels(), unfold.pixels()),
                    unfolded,
                    0);
            unfold.fold(unfolded, inputGradient.data(), n);
        });
    }

    void weightGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor weightGradient) {
        WinogradForm form = winogradForm(window, input.dim(1), weightGradient.dim(0));
        if (form != null) {
            WinogradMaps sizes = new WinogradMaps(
                    form,
                    input.dim(0),
                    input.dim(1),
                    input.dim(2),
                    input.dim(3),
                    weightGradient.dim(0),
                    window.padding());
            winogradGradient.run(sizes, input.data(), outputGradient.data(), weightGradient.data());
            return;
        }
        if (WeightGradient.suits(window, input.dim(1), weightGradient.dim(0))) {
            this.weightGradient.run(window, input, outputGradient, weightGradient);
            return;
        }
        narrow.run(window, input, outputGradient, weightGradient);
    }

    /** Returns whether the input's gradient is a convolution of the output's gradient with the mirrored kernel. */
    private static boolean canMirror(WindowGeometry window) {
        return window.stride() == 1
                && window.kernelHeight() == window.kernelWidth()
                && window.padding() < window.kernelHeight();
    }

    private @Nullable WinogradForm winogradForm(WindowGeometry window, int channels, int maps) {
        return exact ? null : WinogradForm.of(window, channels, maps);
    }

    /** Returns this thread's room for an unfolded image, as the right operand of a product. */
    private Gemm.Operand room(Unfold unfold) {
        Gemm.Operand room = unfolds.get();
        if (room.data().length < unfold.size() || room.rowStride() != unfold.pixels()) {
            room = Gemm.Operand.plain(Scratch.atLeast(room.data(), unfold.size()), 0, unfold.pixels());
            unfolds.set(room);
        }
        return room;
    }
}
