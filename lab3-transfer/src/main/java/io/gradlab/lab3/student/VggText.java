package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.course.VggRow;
import java.util.ArrayList;
import java.util.List;

/**
 * Task 3.3: VGG (Simonyan and Zisserman, 2015) from a short text like {@code 64 64 M 128 128 M}. A number of filters is a
 * 3×3 convolution with stride 1 and padding 1, followed by a ReLU; M is a max pooling of 2×2 windows. Images have three
 * channels.
 */
public final class VggText {
    private static final int POOLED = 7; // rows and columns of the maps that the dense layers see
    private static final int HIDDEN = 4096;

    /**
     * Lists the layers of the convolutional part with the shapes of their outputs, for images {@code [3, H, W]}. Each
     * convolution, each ReLU and each pool is a layer of its own, named {@code features.0}, {@code features.1}, … in order.
     */
    public List<VggRow> rows(String blocks, int height, int width) {
        List<VggRow> rows = new ArrayList<>();
        throw new NotImplemented("3.3");
    }

    /**
     * Counts the weights and biases of the whole network: those of the convolutions, and of three dense layers of {@value
     * #HIDDEN}, {@value #HIDDEN} and {@code outputs} units. The first of these sees the last maps, pooled to {@value
     * #POOLED}×{@value #POOLED}.
     */
    public long parameters(String blocks, int outputs) {
        throw new NotImplemented("3.3");
    }
}
