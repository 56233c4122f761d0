package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * The scaled exponential linear unit {@code y = λ · (x > 0 ? x : α · (e^x - 1))}, α = 1.6733, λ = 1.0507, which draws
 * activations towards mean 0 and variance 1 (Klambauer et al., 2017); any shape. At 0 the derivative is that from below.
 */
public final class Selu implements Layer {
    private final Workspace outputs = new Workspace();
    private final Workspace inputGradients = new Workspace();
    private Tensor output = Tensor.zeros(0); // of the latest forward pass; the derivative is written in terms of it

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = outputs.like(input);
        Kernels.of(input).selu(input, output);
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.like(output);
        Kernels.of(output).seluGradient(output, outputGradient, inputGradient);
        return inputGradient;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return "SELU";
    }
}
