package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;

/** What layers with a sliding window ask of their input. */
final class Windows {

    private Windows() {}

    static void requireFit(String layer, WindowGeometry window, Shape input) {
        if (window.outputHeight(input.dim(2)) < 1 || window.outputWidth(input.dim(3)) < 1) {
            throw new ShapeMismatch(
                    layer,
                    "images of at least " + (window.kernelHeight() - 2 * window.padding()) + "×"
                            + (window.kernelWidth() - 2 * window.padding()),
                    input,
                    "Pad more, or pool less before it.");
        }
    }

    static Shape pooled(String layer, WindowGeometry window, Shape input) {
        if (input.rank() != 4) {
            throw new ShapeMismatch(layer, "images [N, C, H, W]", input, "Does a Flatten stand too early?");
        }
        requireFit(layer, window, input);
        return window.output(input, input.dim(1));
    }
}
