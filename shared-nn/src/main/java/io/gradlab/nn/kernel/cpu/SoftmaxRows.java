package io.gradlab.nn.kernel.cpu;

/**
 * Softmax and cross-entropy of the rows of a matrix [N, K], stable at any size of the logits: the row's maximum is
 * subtracted first, and the loss is log-sum-exp minus the logit, never the logarithm of a probability.
 *
 * <pre>{@code
 * for each row:
 *     q[j]  = e^(z[j] - max z) / Σ_k e^(z[k] - max z)
 *     loss += Σ_j p[j] · (log Σ_k e^(z[k] - max z) - (z[j] - max z)) / N
 *     dz[j] = (q[j] · Σ p - p[j]) / N
 * }</pre>
 *
 * <p>Why it is fast: the exponentials of all rows are one pass over the whole matrix, so short rows cost no more than long
 * ones; loss and gradient share them.
 */
final class SoftmaxRows {
    private final Loops loops;
    private final int rows;
    private final int columns;

    SoftmaxRows(Loops loops, int rows, int columns) {
        this.loops = loops;
        this.rows = rows;
        this.columns = columns;
    }

    void softmax(float[] logits, float[] out) {
        for (int row = 0; row < rows; row++) {
            shift(logits, out, row * columns);
        }
        loops.exp(out, out, 0, rows * columns);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            float sum = sum(out, at);
            for (int j = at; j < at + columns; j++) {
                out[j] = out[j] / sum;
            }
        }
    }

    /** Returns the mean loss; the gradient becomes (softmax · Σ targets - targets) / N. */
    double crossEntropy(float[] logits, float[] targets, float[] gradient) {
        for (int row = 0; row < rows; row++) {
            shift(logits, gradient, row * columns);
        }
        double total = 0;
        for (int row = 0; row < rows; row++) {
            total -= dot(targets, gradient, row * columns);
        }
        loops.exp(gradient, gradient, 0, rows * columns);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            float sum = sum(gradient, at);
            float mass = sum(targets, at);
            total += mass * StrictMath.log(sum);
            for (int j = at; j < at + columns; j++) {
                gradient[j] = (gradient[j] / sum * mass - targets[j]) / rows;
            }
        }
        return total / rows;
    }

    /** Writes z - max z of one row. */
    private void shift(float[] logits, float[] out, int at) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int j = at; j < at + columns; j++) {
            largest = Math.max(largest, logits[j]);
        }
        for (int j = at; j < at + columns; j++) {
            out[j] = logits[j] - largest;
        }
    }

    private double dot(float[] targets, float[] shifted, int at) {
        double sum = 0;
        for (int j = at; j < at + columns; j++) {
            sum += (double) targets[j] * shifted[j];
        }
        return sum;
    }

    private float sum(float[] values, int at) {
        float sum = 0;
        for (int j = at; j < at + columns; j++) {
            sum += values[j];
        }
        return sum;
    }
}
