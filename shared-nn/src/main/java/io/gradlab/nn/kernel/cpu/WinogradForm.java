package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.WindowGeometry;
import org.jspecify.annotations.Nullable;

/**
 * The two of Winograd's minimal filters that work on patches of 6×6 pixels, and so share all but the number of pixels and
 * weights: F(4×4, 3×3) and F(2×2, 5×5). Both evaluate polynomials at 0, 1, -1, 2, -2 and infinity.
 */
enum WinogradForm {
    /** Sixteen pixels of a 3×3 kernel by 36 multiplications in place of 144. */
    FOUR_BY_THREE(4, 3),
    /** Four pixels of a 5×5 kernel by 36 multiplications in place of 100. */
    TWO_BY_FIVE(2, 5);

    /** Input pixels on a side of a patch: tile + kernel - 1. */
    static final int PATCH = 6;

    /** Numbers of a transformed patch. */
    static final int PLANES = PATCH * PATCH;

    private static final int CHANNEL_STEP = 32; // channels come in whole tiles of the widest vectors
    private static final int WORTH_TRANSFORMING = 32 * 64; // pairs of channels; fewer do not pay for the transforms

    private final int tile;
    private final int kernel;

    WinogradForm(int tile, int kernel) {
        this.tile = tile;
        this.kernel = kernel;
    }

    /** Returns output pixels on a side of a tile. */
    int tile() {
        return tile;
    }

    /** Returns weights on a side of a kernel. */
    int kernel() {
        return kernel;
    }

    /** Returns the filter for a convolution, or null if none suits it. */
    static @Nullable WinogradForm of(WindowGeometry window, int channels, int outputs) {
        boolean suits = window.stride() == 1
                && window.kernelHeight() == window.kernelWidth()
                && window.padding() < window.kernelHeight()
                && channels % CHANNEL_STEP == 0
                && outputs % CHANNEL_STEP == 0
                && channels * outputs >= WORTH_TRANSFORMING;
        if (!suits) {
            return null;
        }
        return switch (window.kernelHeight()) {
            case 3 -> FOUR_BY_THREE;
            case 5 -> TWO_BY_FIVE;
            default -> null;
        };
    }
}
