package io.gradlab.grader.oracle;

/** The dense layer: input {@code [N, in]}, weight {@code [out, in]}, bias {@code [out]}, output {@code [N, out]}. */
public final class DenseOracle {

    private DenseOracle() {}

    /** Computes y[n, o] = b[o] + Σ_i x[n, i] · W[o, i]. */
    public static DoubleTensor forward(DoubleTensor input, DoubleTensor weight, DoubleTensor bias) {
        DoubleTensor output = product(input, weight.transposed());
        for (int j = 0; j < output.data().length; j++) {
            output.data()[j] += bias.data()[j % output.dim(1)];
        }
        return output;
    }

    /** Computes dL/dW[o, i] = Σ_n dL/dy[n, o] · x[n, i]. */
    public static DoubleTensor weightGradient(DoubleTensor input, DoubleTensor outputGradient) {
        return product(outputGradient.transposed(), input);
    }

    /** Computes dL/db[o] = Σ_n dL/dy[n, o]. */
    public static DoubleTensor biasGradient(DoubleTensor outputGradient) {
        DoubleTensor sums = DoubleTensor.zeros(outputGradient.dim(1));
        for (int n = 0; n < outputGradient.dim(0); n++) {
            for (int o = 0; o < outputGradient.dim(1); o++) {
                sums.data()[o] += outputGradient.at(n, o);
            }
        }
        return sums;
    }

    /** Computes dL/dx[n, i] = Σ_o dL/dy[n, o] · W[o, i]. */
    public static DoubleTensor inputGradient(DoubleTensor weight, DoubleTensor outputGradient) {
        return product(outputGradient, weight);
    }

    /** Computes the matrix product of {@code [M, K]} and {@code [K, N]}. */
    public static DoubleTensor product(DoubleTensor a, DoubleTensor b) {
        DoubleTensor product = DoubleTensor.zeros(a.dim(0), b.dim(1));
        for (int i = 0; i < a.dim(0); i++) {
            for (int j = 0; j < b.dim(1); j++) {
                double sum = 0;
                for (int k = 0; k < a.dim(1); k++) {
                    sum += a.at(i, k) * b.at(k, j);
                }
                product.data()[i * b.dim(1) + j] = sum;
            }
        }
        return product;
    }
}
