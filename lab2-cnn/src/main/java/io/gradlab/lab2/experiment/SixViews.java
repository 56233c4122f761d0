package io.gradlab.lab2.experiment;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Feed;

/**
 * A network that looks at each image six times and takes the mean of the logits: as it is and mirrored (a half of the
 * weight), and both moved by one pixel up and left, and down and right (a quarter each), as Jordan (2024) does. For
 * evaluation only.
 */
final class SixViews implements Layer {
    private final Layer network;
    private final Feed feed;

    SixViews(Layer network) {
        this.network = network;
        this.feed = new Feed(network);
    }

    /** Computes logits {@code [N, K]} of images {@code [N, C, H, W]}. */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor images = input.toHost();
        Tensor sum =
                Tensor.zeros(input.dim(0), network.outputShape(input.shape()).dim(1));
        for (boolean mirrored : new boolean[] {false, true}) {
            add(sum, 0.25f, view(images, mirrored, 0), pass);
            add(sum, 0.125f, view(images, mirrored, 1), pass);
            add(sum, 0.125f, view(images, mirrored, -1), pass);
        }
        return sum;
    }

    private void add(Tensor sum, float share, Tensor view, Pass pass) {
        float[] logits = network.forward(feed.inputs(view), pass).toHost().data();
        for (int i = 0; i < sum.size(); i++) {
            sum.data()[i] += share * logits[i];
        }
    }

    /** Returns the images, moved down and right by {@code moved} pixels; the edge's pixels are repeated. */
    private static Tensor view(Tensor images, boolean mirrored, int moved) {
        int height = images.dim(2);
        int width = images.dim(3);
        Tensor view = Tensor.zeros(images.shape());
        for (int plane = 0; plane < images.size(); plane += height * width) {
            for (int y = 0; y < height; y++) {
                int from = plane + Math.clamp(y - moved, 0, height - 1) * width;
                for (int x = 0; x < width; x++) {
                    int column = Math.clamp(x - moved, 0, width - 1);
                    view.data()[plane + y * width + x] = images.data()[from + (mirrored ? width - 1 - column : column)];
                }
            }
        }
        return view;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new UnsupportedOperationException("Six views are for evaluation; train the network itself");
    }

    @Override
    public Shape outputShape(Shape input) {
        return network.outputShape(input);
    }

    @Override
    public String toString() {
        return "SixViews(" + network + ")";
    }
}
