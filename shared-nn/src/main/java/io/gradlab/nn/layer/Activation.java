package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** An element-wise non-linearity; any shape to the same shape. */
public final class Activation implements Layer, SharesGradients {
    private final ActivationKind kind;
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Tensor output = Tensor.zeros(0); // of the latest forward pass; the derivative is written in terms of it

    /** Creates the layer. */
    public Activation(ActivationKind kind) {
        this.kind = kind;
    }

    /** Returns which function it applies. */
    public ActivationKind kind() {
        return kind;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        output = outputs.like(input);
        Kernels.of(input).activate(kind, input, output);
        return output;
    }

    /** Returns whether a layer before this one can do its forward pass as an epilogue. */
    boolean isEpilogue() {
        return kind == ActivationKind.RELU;
    }

    /** Takes the output that the layer before has already made. */
    void adopt(Tensor activated) {
        output = activated;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.like(output, outputGradient);
        Kernels.of(output).activationGradient(kind, output, outputGradient, inputGradient);
        return inputGradient;
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case LINEAR -> "Linear";
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case RELU -> "ReLU";
        };
    }
}
