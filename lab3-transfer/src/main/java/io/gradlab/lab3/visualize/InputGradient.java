package io.gradlab.lab3.visualize;

import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;

/** How a number of a network's output changes with its input's pixels. */
final class InputGradient {

    private InputGradient() {}

    /**
     * Returns the gradient of one channel's mean, or of one logit, with respect to the input.
     *
     * @param network its output is {@code [1, C, H, W]} or {@code [1, C]}
     * @param input {@code [1, 3, H, W]}
     * @param channel in 0 .. C - 1
     * @return of the input's shape, a copy
     */
    static Tensor of(Sequential network, Tensor input, int channel) {
        Tensor output = network.forward(input, Pass.evaluation());
        return network.backward(channelMean(output, channel)).toHost().copy();
    }

    /** Returns the gradient of a channel's mean with respect to the output that it belongs to. */
    static Tensor channelMean(Tensor output, int channel) {
        int area = output.size() / output.dim(1);
        Tensor gradient = Tensor.zeros(output.shape());
        for (int i = channel * area; i < (channel + 1) * area; i++) {
            gradient.data()[i] = 1f / area;
        }
        return gradient;
    }

    /** Returns a direction in the network's input space as one of red, green and blue. */
    static Tensor toRgb(Convention convention, Tensor direction) {
        Tensor rgb = convention.toRgb(direction);
        Tensor origin = convention.toRgb(Tensor.zeros(direction.shape()));
        for (int i = 0; i < rgb.size(); i++) {
            rgb.data()[i] -= origin.data()[i];
        }
        return rgb;
    }
}
