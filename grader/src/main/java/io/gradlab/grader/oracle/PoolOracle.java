package io.gradlab.grader.oracle;

import io.gradlab.nn.tensor.Shape;

/**
 * Pooling of {@code [N, C, H, W]} in square windows without padding.
 *
 * @param size rows and columns of a window
 * @param stride from one window to the next
 */
public record PoolOracle(int size, int stride) {

    /** Returns the output's shape; rows and columns that fill no window are dropped. */
    public Shape output(Shape input) {
        return Shape.of(
                input.dim(0),
                input.dim(1),
                Math.floorDiv(input.dim(2) - size, stride) + 1,
                Math.floorDiv(input.dim(3) - size, stride) + 1);
    }

    /** Computes the largest number of each window. */
    public DoubleTensor maximum(DoubleTensor input) {
        DoubleTensor output = DoubleTensor.zeros(output(input.shape()).toArray());
        for (int y = 0; y < output.data().length; y++) {
            output.data()[y] = input.data()[winner(input, y)];
        }
        return output;
    }

    /** Computes dL/dx of the maximum: each window's gradient goes to the first of its largest numbers. */
    public DoubleTensor maximumGradient(DoubleTensor input, DoubleTensor outputGradient) {
        DoubleTensor gradient = DoubleTensor.zeros(input.shape().toArray());
        for (int y = 0; y < outputGradient.data().length; y++) {
            gradient.data()[winner(input, y)] += outputGradient.data()[y];
        }
        return gradient;
    }

    /** Computes what comes out if the last of the largest numbers gets each window's gradient. */
    public DoubleTensor lastMaximumGradient(DoubleTensor input, DoubleTensor outputGradient) {
        return ofMaxima(input, outputGradient, true);
    }

    /** Computes what comes out if all of the largest numbers get each window's whole gradient. */
    public DoubleTensor everyMaximumGradient(DoubleTensor input, DoubleTensor outputGradient) {
        return ofMaxima(input, outputGradient, false);
    }

    private DoubleTensor ofMaxima(DoubleTensor input, DoubleTensor outputGradient, boolean lastOnly) {
        DoubleTensor gradient = DoubleTensor.zeros(input.shape().toArray());
        for (int y = 0; y < outputGradient.data().length; y++) {
            double largest = input.data()[winner(input, y)];
            boolean given = false;
            for (int cell = size * size - 1; cell >= 0; cell--) {
                int place = place(input.shape(), y, cell);
                if (input.data()[place] == largest && !(given && lastOnly)) {
                    gradient.data()[place] += outputGradient.data()[y];
                    given = true;
                }
            }
        }
        return gradient;
    }

    /** Computes the mean of each window. */
    public DoubleTensor mean(DoubleTensor input) {
        DoubleTensor output = DoubleTensor.zeros(output(input.shape()).toArray());
        for (int y = 0; y < output.data().length; y++) {
            for (int cell = 0; cell < size * size; cell++) {
                output.data()[y] += input.data()[place(input.shape(), y, cell)] / (size * size);
            }
        }
        return output;
    }

    /** Computes dL/dx of the mean. */
    public DoubleTensor meanGradient(Shape input, DoubleTensor outputGradient) {
        DoubleTensor gradient = DoubleTensor.zeros(input.toArray());
        for (int y = 0; y < outputGradient.data().length; y++) {
            for (int cell = 0; cell < size * size; cell++) {
                gradient.data()[place(input, y, cell)] += outputGradient.data()[y] / (size * size);
            }
        }
        return gradient;
    }

    private int winner(DoubleTensor input, int y) {
        int winner = place(input.shape(), y, 0);
        for (int cell = 1; cell < size * size; cell++) {
            int place = place(input.shape(), y, cell);
            winner = input.data()[place] > input.data()[winner] ? place : winner;
        }
        return winner;
    }

    private int place(Shape input, int y, int cell) {
        Shape output = output(input);
        int row = y / output.dim(3) % output.dim(2) * stride + cell / size;
        int column = y % output.dim(3) * stride + cell % size;
        return (y / (output.dim(2) * output.dim(3)) * input.dim(2) + row) * input.dim(3) + column;
    }
}
