package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.ShapeMismatch;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * Task 1.8: the dense layer, {@code Y = X · Wᵀ + b}.
 *
 * <p>Each output is a weighted sum of all inputs and a bias. Row o of the weight holds the weights of output o, so the
 * weight is {@code [out, in]} and its number (o, i) stands at {@code o * in + i} of its array.
 *
 * <p>Add up in {@code double}, and round to {@code float} once at the end: sums of many numbers stay accurate.
 */
public final class Dense implements Layer {
    private final Parameter weight; // [out, in]
    private final Parameter bias; // [out]
    private final int inputs;
    private final int outputs;
    private Tensor input = Tensor.zeros(0, 0); // [N, in], of the latest forward pass, which backward needs

    /**
     * Creates a layer with the given numbers to start from.
     *
     * @param weight {@code [out, in]}
     * @param bias {@code [out]}
     */
    public Dense(Tensor weight, Tensor bias) {
        this.weight = Parameter.weight("weight", weight);
        this.bias = Parameter.bias("bias", bias);
        this.outputs = weight.dim(0);
        this.inputs = weight.dim(1);
    }

    /**
     * Computes {@code y[n, o] = b[o] + Σ_i x[n, i] · W[o, i]}, and keeps the input for {@code backward}.
     *
     * @param input x, {@code [N, in]}; N may differ from call to call; do not change it
     * @return y, {@code [N, out]}
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        this.input = input;
        Tensor output = Tensor.zeros(outputShape(input.shape()));
        float[] x = input.data();
        float[] w = weight.value().data();
        float[] b = bias.value().data();
        float[] y = output.data();
        for (int n = 0; n < input.dim(0); n++) {
            for (int o = 0; o < outputs; o++) {
                double sum = b[o];
                for (int i = 0; i < inputs; i++) {
                    sum += (double) x[n * inputs + i] * w[i * outputs + o];
                }
                y[n * outputs + o] = (float) sum;
            }
        }
        return output;
    }

    /**
     * Computes the three gradients of the loss L from dL/dy:
     *
     * <ul>
     *   <li>{@code dL/dW[o, i] = Σ_n dL/dy[n, o] · x[n, i]}, written to {@code weight.gradient()},
     *   <li>{@code dL/db[o] = Σ_n dL/dy[n, o]}, written to {@code bias.gradient()},
     *   <li>{@code dL/dx[n, i] = Σ_o dL/dy[n, o] · W[o, i]}, which is returned.
     * </ul>
     *
     * <p>Sum over the batch and do not divide by N: the loss has done so already. Overwrite the gradients of the call
     * before; do not add to them.
     *
     * @param outputGradient dL/dy, {@code [N, out]}
     * @return dL/dx, {@code [N, in]}
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        int samples = input.dim(0);
        float[] x = input.data();
        float[] w = weight.value().data();
        float[] dy = outputGradient.data();
        float[] dw = weight.gradient().data();
        float[] db = bias.gradient().data();
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                double sum = 0;
                for (int n = 0; n < samples; n++) {
                    sum += (double) dy[n * outputs + o] * x[n * inputs + i];
                }
                dw[o * inputs + i] = (float) sum;
            }
            double sum = 0;
            for (int n = 0; n < samples; n++) {
                sum += dy[n * outputs + o];
            }
            db[o] = (float) sum;
        }
        Tensor inputGradient = Tensor.zeros(samples, inputs);
        float[] dx = inputGradient.data();
        for (int n = 0; n < samples; n++) {
            for (int i = 0; i < inputs; i++) {
                double sum = 0;
                for (int o = 0; o < outputs; o++) {
                    sum += (double) dy[n * outputs + o] * w[o * inputs + i];
                }
                dx[n * inputs + i] = (float) sum;
            }
        }
        return inputGradient;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 2 || input.dim(1) != inputs) {
            throw new ShapeMismatch(
                    toString(), "[N, " + inputs + "]", input, "Its inputs must be the outputs of the layer before it.");
        }
        return Shape.of(input.dim(0), outputs);
    }

    @Override
    public String toString() {
        return "Dense(" + inputs + "→" + outputs + ")";
    }
}
