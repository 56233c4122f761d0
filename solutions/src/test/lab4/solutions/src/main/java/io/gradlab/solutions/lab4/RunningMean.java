package io.gradlab.solutions.lab4;

import io.gradlab.nn.tensor.Tensor;

/** Task 4.1: a mean that forgets, {@code m_t = keep · m_(t-1) + (1 - keep) · x_t}. */
public final class RunningMean {

    /**
     * Computes the mean after each value; the first is the value itself.
     *
     * @param values {@code [T]}; do not change it
     * @return {@code [T]}
     */
    public Tensor of(Tensor values, double keep) {
        // BEGIN SOLUTION 4.1
        Tensor means = Tensor.zeros(values.dim(0));
        float[] x = values.data();
        float[] m = means.data();
        m[0] = x[0];
        for (int t = 1; t < x.length; t++) {
            m[t] = (float) (keep * m[t - 1] + (1 - keep) * x[t]);
        }
        return means;
        // END SOLUTION
    }
}
