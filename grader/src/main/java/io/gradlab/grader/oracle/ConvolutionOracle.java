package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;

/**
 * The convolution: input {@code [N, C, H, W]}, weight {@code [O, C, kh, kw]}, bias {@code [O]}, output {@code [N, O, OH,
 * OW]}.
 *
 * @param stride from one window to the next
 * @param padding zeros on each side
 */
public record ConvolutionOracle(int stride, int padding) {

    /** Is told which number of the input and which of the weight meet in which number of the output. */
    private interface Meeting {
        void of(int x, int w, int y);
    }

    /** Returns how many windows fit into a line. */
    public int size(int input, int kernel) {
        return Math.floorDiv(input + 2 * padding - kernel, stride) + 1;
    }

    /** Computes y[n, o, r, s] = b[o] + Σ x[n, c, r·stride − padding + i, s·stride − padding + j] · W[o, c, i, j]. */
    public DoubleTensor forward(DoubleTensor input, DoubleTensor weight, DoubleTensor bias) {
        DoubleTensor output = DoubleTensor.zeros(
                input.dim(0), weight.dim(0), size(input.dim(2), weight.dim(2)), size(input.dim(3), weight.dim(3)));
        int map = output.dim(2) * output.dim(3);
        for (int at = 0; at < output.data().length; at++) {
            output.data()[at] = bias.data()[at / map % bias.dim(0)];
        }
        meetings(input.shape(), weight.shape(), (x, w, y) -> output.data()[y] += input.data()[x] * weight.data()[w]);
        return output;
    }

    /** Computes dL/dW, of the shape of {@code weight}. */
    public DoubleTensor weightGradient(DoubleTensor input, Shape weight, DoubleTensor outputGradient) {
        DoubleTensor gradient = DoubleTensor.zeros(weight.toArray());
        meetings(
                input.shape(),
                weight,
                (x, w, y) ->
                        gradient.data()[w] += input.data()[x] * outputGradient.data()[y]);
        return gradient;
    }

    /** Computes dL/dx, of the shape of {@code input}. */
    public DoubleTensor inputGradient(Shape input, DoubleTensor weight, DoubleTensor outputGradient) {
        DoubleTensor gradient = DoubleTensor.zeros(input.toArray());
        meetings(
                input,
                weight.shape(),
                (x, w, y) ->
                        gradient.data()[x] += weight.data()[w] * outputGradient.data()[y]);
        return gradient;
    }

    /** Computes dL/db[o] = Σ dL/dy[n, o, r, s]. */
    public static DoubleTensor biasGradient(DoubleTensor outputGradient) {
        DoubleTensor gradient = DoubleTensor.zeros(outputGradient.dim(1));
        int map = outputGradient.dim(2) * outputGradient.dim(3);
        for (int at = 0; at < outputGradient.data().length; at++) {
            gradient.data()[at / map % gradient.dim(0)] += outputGradient.data()[at];
        }
        return gradient;
    }

    /** Writes each window as a row: {@code [N·OH·OW, C·kh·kw]}. */
    public DoubleTensor columns(DoubleTensor input, int kernelHeight, int kernelWidth) {
        int length = input.dim(1) * kernelHeight * kernelWidth;
        int rows = input.dim(0) * size(input.dim(2), kernelHeight) * size(input.dim(3), kernelWidth);
        DoubleTensor columns = DoubleTensor.zeros(rows, length);
        Shape oneFilter = Shape.of(1, input.dim(1), kernelHeight, kernelWidth);
        meetings(input.shape(), oneFilter, (x, w, y) -> columns.data()[y * length + w] = input.data()[x]);
        return columns;
    }

    private void meetings(Shape input, Shape weight, Meeting meeting) {
        int height = size(input.dim(2), weight.dim(2));
        int width = size(input.dim(3), weight.dim(3));
        int windows = input.dim(0) * weight.dim(0) * height * width;
        int window = weight.withoutFirst().size();
        for (int y = 0; y < windows; y++) {
            int n = y / (width * height * weight.dim(0));
            int o = y / (width * height) % weight.dim(0);
            for (int k = 0; k < window; k++) {
                int c = k / (weight.dim(2) * weight.dim(3));
                int h = y / width % height * stride - padding + k / weight.dim(3) % weight.dim(2);
                int v = y % width * stride - padding + k % weight.dim(3);
                if (h >= 0 && h < input.dim(2) && v >= 0 && v < input.dim(3)) {
                    int x = ((n * input.dim(1) + c) * input.dim(2) + h) * input.dim(3) + v;
                    meeting.of(x, o * window + k, y);
                }
            }
        }
    }
}
