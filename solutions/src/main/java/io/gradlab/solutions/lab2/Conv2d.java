package io.gradlab.solutions.lab2;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.ShapeMismatch;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * Task 2.4: the convolution layer.
 *
 * <p>{@code forward} is given and calls the engine's kernel, so that this task can be checked before 2.2 is right. When
 * both are, put {@code new Convolution().apply(…)} there, then {@code new Columns().convolve(…)}, and compare the times
 * of a training.
 *
 * <p>Each number of x meets each weight in one product at most for every number of y. So all three gradients come from
 * the same loops as the forward pass: where that adds x · w to y, this adds dy · w to dx and dy · x to dw.
 */
public final class Conv2d implements Layer {
    private final Parameter weight; // [O, C, kh, kw]
    private final Parameter bias; // [O]
    private final WindowGeometry window;
    private Tensor input = Tensor.zeros(0, 0, 0, 0); // [N, C, H, W], of the latest forward pass

    /**
     * Creates a layer with the given numbers to start from.
     *
     * @param weight {@code [O, C, kh, kw]}
     * @param bias {@code [O]}
     */
    public Conv2d(Tensor weight, Tensor bias, int stride, int padding) {
        this.weight = Parameter.weight("weight", weight);
        this.bias = Parameter.bias("bias", bias);
        this.window = new WindowGeometry(weight.dim(2), weight.dim(3), stride, padding);
    }

    /** Given: computes the convolution, {@code [N, C, H, W]} to {@code [N, O, OH, OW]}, and keeps the input. */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        this.input = input;
        Tensor output = Tensor.zeros(outputShape(input.shape()));
        Kernels.of(input).conv2d(window, input, weight.value(), bias.value(), Epilogue.NONE, output);
        return output;
    }

    /**
     * Computes the three gradients of the loss L from dL/dy. With {@code h = r·stride - padding + i} and {@code v =
     * s·stride - padding + j}, over all positions (h, v) inside of the image:
     *
     * <ul>
     *   <li>{@code dL/db[o] = Σ_n Σ_r Σ_s dL/dy[n, o, r, s]}, written to {@code bias.gradient()},
     *   <li>{@code dL/dW[o, c, i, j] = Σ_n Σ_r Σ_s dL/dy[n, o, r, s] · x[n, c, h, v]}, written to {@code
     *       weight.gradient()},
     *   <li>{@code dL/dx[n, c, h, v] = Σ dL/dy[n, o, r, s] · W[o, c, i, j]} over all (o, r, s, i, j) that meet (h, v),
     *       which is returned.
     * </ul>
     *
     * <p>Do not divide by N. Overwrite the gradients of the call before; do not add to them.
     *
     * @param outputGradient dL/dy, {@code [N, O, OH, OW]}
     * @return dL/dx, {@code [N, C, H, W]}
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        // BEGIN SOLUTION 2.4
        float[] dy = outputGradient.data();
        double[] dw = new double[weight.value().size()];
        double[] db = new double[bias.value().size()];
        double[] dx = new double[input.size()];
        int at = 0;
        for (int n = 0; n < outputGradient.dim(0); n++) {
            for (int o = 0; o < outputGradient.dim(1); o++) {
                for (int r = 0; r < outputGradient.dim(2); r++) {
                    for (int s = 0; s < outputGradient.dim(3); s++) {
                        db[o] += dy[at];
                        addWindow(n, o, r, s, dy[at], dw, dx);
                        at++;
                    }
                }
            }
        }
        round(dw, weight.gradient());
        round(db, bias.gradient());
        Tensor inputGradient = Tensor.zeros(input.shape());
        round(dx, inputGradient);
        return inputGradient;
        // END SOLUTION
    }

    /** Adds what one number of dL/dy says about the weights and the inputs of its window: the three inner loops. */
    private void addWindow(int n, int o, int r, int s, double gradient, double[] dw, double[] dx) {
        // BEGIN SOLUTION 2.4
        int channels = input.dim(1);
        int height = input.dim(2);
        int width = input.dim(3);
        float[] x = input.data();
        float[] w = weight.value().data();
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < window.kernelHeight(); i++) {
                for (int j = 0; j < window.kernelWidth(); j++) {
                    int h = r * window.stride() - window.padding() + i;
                    int v = s * window.stride() - window.padding() + j;
                    if (h >= 0 && h < height && v >= 0 && v < width) {
                        int atX = ((n * channels + c) * height + h) * width + v;
                        int atW = ((o * channels + c) * window.kernelHeight() + i) * window.kernelWidth() + j;
                        dw[atW] += gradient * x[atX];
                        dx[atX] += gradient * w[atW];
                    }
                }
            }
        }
        // END SOLUTION
    }

    /** Given: writes sums as floats. */
    private static void round(double[] sums, Tensor target) {
        for (int i = 0; i < sums.length; i++) {
            target.data()[i] = (float) sums[i];
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public Shape outputShape(Shape input) {
        int channels = weight.value().dim(1);
        if (input.rank() != 4 || input.dim(1) != channels) {
            throw new ShapeMismatch(
                    toString(),
                    "[N, " + channels + ", H, W]",
                    input,
                    "Its input channels must be the channels of the layer before it.");
        }
        return window.output(input, weight.value().dim(0));
    }

    @Override
    public String toString() {
        return "Conv2d(" + weight.value().dim(1) + "→" + weight.value().dim(0) + ", " + window + ")";
    }
}
