package io.gradlab.lab3.visualize;

import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes an image so that a filter answers more and more (Erhan et al., 2009): gradient ascent on the mean of its map. Each
 * step moves the pixels by a hundredth of their range, in root mean square.
 */
final class ActivationMaximization {
    private static final double STEP = 0.01;

    /**
     * The image after some steps.
     *
     * @param image {@code [1, 3, H, W]}, red first, 0..1
     * @param activation the mean of the filter's map
     */
    record Frame(int step, Tensor image, double activation) {}

    private final Sequential network;
    private final Convention convention;

    /** Creates the ascent; the network's output is the layer's, {@code [1, C, H, W]}. */
    ActivationMaximization(Sequential network, Convention convention) {
        this.network = network;
        this.convention = convention;
    }

    /**
     * Returns the image at the start, every {@code every} steps, and at the end.
     *
     * @param input {@code [1, 3, H, W]} as the network takes it
     */
    List<Frame> run(Tensor input, int filter, int steps, int every) {
        Tensor image = convention.toRgb(input);
        List<Frame> frames = new ArrayList<>();
        for (int step = 0; ; step++) {
            Tensor prepared = convention.fromRgb(image);
            if (step % every == 0 || step == steps) {
                frames.add(new Frame(step, image.copy(), activation(prepared, filter)));
            }
            if (step == steps) {
                return frames;
            }
            climb(image, InputGradient.toRgb(convention, InputGradient.of(network, prepared, filter)));
        }
    }

    private double activation(Tensor prepared, int filter) {
        Tensor output = network.forward(prepared, Pass.evaluation()).toHost();
        int area = output.size() / output.dim(1);
        double sum = 0;
        for (int i = filter * area; i < (filter + 1) * area; i++) {
            sum += output.data()[i];
        }
        return sum / area;
    }

    private static void climb(Tensor image, Tensor gradient) {
        double squares = 0;
        for (float value : gradient.data()) {
            squares += (double) value * value;
        }
        double scale = squares == 0 ? 0 : STEP / Math.sqrt(squares / gradient.size());
        for (int i = 0; i < image.size(); i++) {
            image.data()[i] = (float) Math.clamp(image.data()[i] + scale * gradient.data()[i], 0, 1);
        }
    }
}
