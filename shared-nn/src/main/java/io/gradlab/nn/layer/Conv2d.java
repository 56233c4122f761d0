package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * A convolution (in fact a cross-correlation): {@code [N, C, H, W]} to {@code [N, O, OH, OW]}, with {@code OH = floor((H
 * + 2·padding - kh) / stride) + 1} and OW likewise.
 */
public final class Conv2d implements Layer, Fusing, SharesGradients {
    private final WindowGeometry window;
    private final Parameter weight; // [O, C, kh, kw]
    private final Parameter bias; // [O]
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Tensor input = Tensor.zeros(0, 0, 0, 0); // of the latest forward pass

    /**
     * Creates a layer over the given parameters, which are used, not copied.
     *
     * @param weight {@code [O, C, kh, kw]}
     * @param bias {@code [O]}
     * @param stride at least 1
     * @param padding zeros on each side, at least 0
     */
    public Conv2d(Tensor weight, Tensor bias, int stride, int padding) {
        if (weight.shape().rank() != 4 || !bias.shape().equals(Shape.of(weight.dim(0)))) {
            throw new IllegalArgumentException("A convolution takes a weight [O, C, kh, kw] and a bias [O], but got "
                    + weight.shape() + " and " + bias.shape());
        }
        this.window = new WindowGeometry(weight.dim(2), weight.dim(3), stride, padding);
        this.weight = Parameter.weight("weight", weight);
        this.bias = Parameter.bias("bias", bias);
    }

    /** Returns how its windows lie. */
    public WindowGeometry window() {
        return window;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return forward(input, pass, Epilogue.NONE);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass, Epilogue epilogue) {
        Tensor output = outputs.get(input.device(), outputShape(input.shape()));
        Kernels.of(input).conv2d(window, input, weight.value(), bias.value(), epilogue, output);
        this.input = input;
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        backwardParameters(outputGradient);
        Tensor inputGradient = inputGradients.like(input, outputGradient);
        Kernels.of(input).conv2dInputGradient(window, outputGradient, weight.value(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        if (weight.frozen() && bias.frozen()) {
            return;
        }
        Kernels kernels = Kernels.of(input);
        kernels.conv2dWeightGradient(window, input, outputGradient, weight.gradient());
        kernels.sumChannels(outputGradient, bias.gradient());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    @Override
    public Shape outputShape(Shape input) {
        int channels = weight.value().dim(1);
        if (input.rank() != 4 || input.dim(1) != channels) {
            String guess = input.rank() == 4 && input.dim(3) == channels
                    ? "Images are [N, C, H, W] here; these look like [N, H, W, C]."
                    : "Its input channels must be the channels of the layer before it.";
            throw new ShapeMismatch(toString(), "[N, " + channels + ", H, W]", input, guess);
        }
        Windows.requireFit(toString(), window, input);
        return window.output(input, weight.value().dim(0));
    }

    @Override
    public String toString() {
        return "Conv2d(" + weight.value().dim(1) + "→" + weight.value().dim(0) + ", " + window + ")";
    }
}
