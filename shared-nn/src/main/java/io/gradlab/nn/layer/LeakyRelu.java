package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Locale;

/** {@code y = x > 0 ? x : slope · x} (Maas et al., 2013), so that no unit is ever without a gradient; any shape. */
public final class LeakyRelu implements Layer {
    private final double slope; // in [0, 1)
    private final Workspace outputs = new Workspace();
    private final Workspace inputGradients = new Workspace();
    private Tensor output = Tensor.zeros(0); // of the latest forward pass; its sign is the input's

    /** Creates the layer; {@code slope}, of the negative side, is in [0, 1), often 0.01. */
    public LeakyRelu(double slope) {
        if (!(slope >= 0 && slope < 1)) {
            throw new IllegalArgumentException("A leaky ReLU's slope lies in [0, 1), but got " + slope);
        }
        this.slope = slope;
    }

    /** Returns the slope of the negative side, in [0, 1). */
    public double slope() {
        return slope;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = outputs.like(input);
        Kernels.of(input).leakyRelu(slope, input, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.like(output);
        Kernels.of(output).leakyReluGradient(slope, output, outputGradient, inputGradient);
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "LeakyReLU(%.2g)", slope);
    }
}
