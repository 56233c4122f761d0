package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** The largest value of each window: {@code [N, C, H, W]} to {@code [N, C, OH, OW]}. */
public final class MaxPool2d implements Layer, SharesGradients {
    private final WindowGeometry window;
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Tensor input = Tensor.zeros(0, 0, 0, 0); // of the latest forward pass

    /** Creates the layer; rows and columns that fill no window are dropped. */
    public MaxPool2d(WindowGeometry window) {
        this.window = window;
    }

    /** Returns how its windows lie. */
    public WindowGeometry window() {
        return window;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor output = outputs.get(input.device(), outputShape(input.shape()));
        Kernels.of(input).maxPool(window, input, output);
        this.input = input;
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor inputGradient = inputGradients.like(input, outputGradient);
        Kernels.of(input).maxPoolGradient(window, input, outputGradient, inputGradient);
        return inputGradient;
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    @Override
    public Shape outputShape(Shape input) {
        return Windows.pooled(toString(), window, input);
    }

    @Override
    public String toString() {
        return "MaxPool2d(" + window + ")";
    }
}
