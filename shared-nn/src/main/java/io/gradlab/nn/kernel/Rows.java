package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Tensor;

/** Looks at the rows of matrices on the host. */
public final class Rows {
    private Rows() {}

    /** Returns the place of the largest number in a row of a host matrix {@code [N, K]}, the first of equals. */
    public static int largest(Tensor matrix, int row) {
        int columns = matrix.dim(1);
        float[] data = matrix.data();
        int best = 0;
        for (int k = 1; k < columns; k++) {
            if (data[row * columns + k] > data[row * columns + best]) {
                best = k;
            }
        }
        return best;
    }
}
