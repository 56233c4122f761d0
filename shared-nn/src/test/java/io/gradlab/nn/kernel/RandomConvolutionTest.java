package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolutions and both their gradients equal their definitions, whichever method is taken. */
@Tag("geometry")
public class RandomConvolutionTest {
    private static final long MOST_PRODUCTS = 3_000_000;
    private static final int MOST_CHANNELS = 72;
    private static final int LARGEST_MAP = 40;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void convolutions(boolean exact) {
        Kernels kernels = exact ? KernelChoices.exact() : KernelChoices.fast();
        Geometry.forEach("convolution", geometry -> {
            WindowGeometry window = geometry.window();
            int[] sizes = sizes(geometry, window);
            requireDefinitions(kernels, exact, geometry, window, sizes);
        });
    }

    /** Returns N, C, H, W and O, with an output of at least one pixel and not too much work. */
    private static int[] sizes(Geometry geometry, WindowGeometry window) {
        int least = Math.max(window.kernelHeight(), window.kernelWidth()) - 2 * window.padding();
        while (true) {
            boolean whole = geometry.below(3) == 0; // channels for the methods that work on whole vectors of them
            int height = Math.max(least, geometry.size(LARGEST_MAP));
            int width = Math.max(least, geometry.size(LARGEST_MAP));
            int[] sizes = {
                1 + geometry.below(9),
                whole ? 32 * (1 + geometry.below(3)) : geometry.channels(MOST_CHANNELS),
                height,
                width,
                whole ? 32 * (1 + geometry.below(3)) : geometry.channels(MOST_CHANNELS)
            };
            long taps = (long) sizes[1] * window.kernelHeight() * window.kernelWidth();
            long pixels = (long) window.outputHeight(height) * window.outputWidth(width);
            if (sizes[0] * sizes[4] * taps * pixels <= MOST_PRODUCTS) {
                return sizes;
            }
        }
    }

    private static void requireDefinitions(
            Kernels kernels, boolean exact, Geometry geometry, WindowGeometry window, int[] sizes) {
        Tensor x = geometry.tensor(sizes[0], sizes[1], sizes[2], sizes[3]);
        Tensor w = geometry.tensor(sizes[4], sizes[1], window.kernelHeight(), window.kernelWidth());
        Tensor bias = geometry.tensor(sizes[4]);
        Tensor dy = geometry.tensor(window.output(x.shape(), sizes[4]).toArray());
        Sums y = new Sums(dy.size());
        Sums dx = new Sums(x.size());
        Sums dw = new Sums(w.size());
        int pixels = dy.dim(2) * dy.dim(3);
        for (int i = 0; i < dy.size(); i++) {
            y.add(i, bias.data()[i / pixels % sizes[4]]);
        }
        NaiveLoops.eachProduct(window, x.shape(), w.shape(), (o, i, p) -> {
            y.add(o, (double) x.data()[i] * w.data()[p]);
            dx.add(i, (double) dy.data()[o] * w.data()[p]);
            dw.add(p, (double) dy.data()[o] * x.data()[i]);
        });
        long taps = (long) window.kernelHeight() * window.kernelWidth();
        int tile = exact ? 0 : KernelChoices.winogradTile(window, sizes[1], sizes[4]);
        boolean transformed = tile > 0;
        String what = window + " on " + x.shape() + " to " + sizes[4] + " channels";

        Tensor out = Geometry.full(dy.shape());
        kernels.conv2d(window, x, w, bias, out);
        Bound.require(out, y.sums, y.bound(taps * sizes[1] + 1, transformed), "forward " + what);
        Tensor xGradient = Geometry.full(x.shape());
        kernels.conv2dInputGradient(window, dy, w, xGradient);
        Bound.require(xGradient, dx.sums, dx.bound(taps * sizes[4], transformed), "input gradient " + what);
        Tensor wGradient = Geometry.full(w.shape());
        kernels.conv2dWeightGradient(window, x, dy, wGradient);
        IntToDoubleFunction bound = !transformed
                ? dw.bound((long) pixels * sizes[0], false)
                : dw.gradientBound((long) sizes[0] * tiles(tile, dy.dim(2)) * tiles(tile, dy.dim(3)));
        Bound.require(wGradient, dw.sums, bound, "weight gradient " + what);
    }

    /** Sums of products, and of their absolute values. */
    private static final class Sums {
        private final double[] sums;
        private final double[] absolute;

        Sums(int size) {
            sums = new double[size];
            absolute = new double[size];
        }

        void add(int at, double term) {
            sums[at] += term;
            absolute[at] += Math.abs(term);
        }

        IntToDoubleFunction bound(long terms, boolean transformed) {
            double largest = Arrays.stream(absolute).max().orElse(0);
            return i -> transformed ? Bound.winograd(terms, largest) : Bound.sum(terms, absolute[i]);
        }

        IntToDoubleFunction gradientBound(long patches) {
            double largest = Arrays.stream(absolute).max().orElse(0);
            return i -> Bound.winogradGradient(patches, largest);
        }
    }

    private static int tiles(int tile, int pixels) {
        return (pixels + tile - 1) / tile;
    }
}
