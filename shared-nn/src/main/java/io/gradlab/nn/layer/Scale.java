package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Locale;

/**
 * {@code y = factor · x}, with a factor that does not learn; any shape. Before the loss it tempers the logits: a network
 * that begins less sure of itself makes gentler first steps.
 */
public final class Scale implements Layer {
    private final double factor;
    private final Workspace outputs = new Workspace();
    private final Workspace inputGradients = new Workspace();

    /** Creates the layer; {@code factor} is finite. */
    public Scale(double factor) {
        if (!Double.isFinite(factor)) {
            throw new IllegalArgumentException("A scale is a finite number, but got " + factor);
        }
        this.factor = factor;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return scaled(input, outputs.like(input));
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return scaled(outputGradient, inputGradients.like(outputGradient));
    }

    private Tensor scaled(Tensor from, Tensor to) {
        Kernels.of(from).scale(factor, from, to);
        return to;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Scale(%.4g)", factor);
    }
}
