package io.gradlab.course;

import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** The contract of a sample lab: what an optimizer remembers. */
public interface Lab4 {

    /**
     * Computes the running mean {@code m_t = keep · m_(t-1) + (1 - keep) · x_t}, which begins with {@code m_0 = x_0}
     * (task 4.1).
     *
     * @param values {@code [T]}, T at least 1
     * @param keep in [0, 1)
     * @return {@code [T]}
     */
    Tensor runningMean(Tensor values, double keep);

    /** Returns gradient descent with momentum, {@code v ← factor · v + g, w ← w - η · v} (task 4.2). */
    Optimizer momentum(double factor);
}
