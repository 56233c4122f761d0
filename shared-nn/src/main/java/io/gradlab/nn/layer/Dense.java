package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** A fully connected layer, {@code Y = X · Wᵀ + b}: {@code [N, in]} to {@code [N, out]}. */
public final class Dense implements Layer, Fusing, SharesGradients {
    private final Parameter weight; // [out, in]
    private final Parameter bias; // [out]
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private Tensor input = Tensor.zeros(0, 0); // of the latest forward pass

    /**
     * Creates a layer over the given parameters, which are used, not copied.
     *
     * @param weight {@code [out, in]}
     * @param bias {@code [out]}
     */
    public Dense(Tensor weight, Tensor bias) {
        if (weight.shape().rank() != 2 || !bias.shape().equals(Shape.of(weight.dim(0)))) {
            throw new IllegalArgumentException("A dense layer takes a weight [out, in] and a bias [out], but got "
                    + weight.shape() + " and " + bias.shape());
        }
        this.weight = Parameter.weight("weight", weight);
        this.bias = Parameter.bias("bias", bias);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return forward(input, pass, Epilogue.NONE);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass, Epilogue epilogue) {
        Tensor output = outputs.get(input.device(), outputShape(input.shape()));
        Kernels.of(input).dense(input, weight.value(), bias.value(), epilogue, output);
        this.input = input;
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        backwardParameters(outputGradient);
        Tensor inputGradient = inputGradients.like(input, outputGradient);
        Kernels.of(input).matmul(MatMul.NN, outputGradient, weight.value(), inputGradient);
        return inputGradient;
    }

    @Override
    public void backwardParameters(Tensor outputGradient) {
        if (weight.frozen() && bias.frozen()) {
            return;
        }
        Kernels kernels = Kernels.of(input);
        kernels.matmul(MatMul.TN, outputGradient, input, weight.gradient());
        kernels.sumRows(outputGradient, bias.gradient());
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
        int inputs = weight.value().dim(1);
        if (input.rank() != 2 || input.dim(1) != inputs) {
            String guess = input.rank() > 2
                    ? "Is a Flatten missing before it?"
                    : "Its inputs must be the outputs of the layer before it.";
            throw new ShapeMismatch(toString(), "[N, " + inputs + "]", input, guess);
        }
        return Shape.of(input.dim(0), weight.value().dim(0));
    }

    @Override
    public String toString() {
        return "Dense(" + weight.value().dim(1) + "→" + weight.value().dim(0) + ")";
    }
}
