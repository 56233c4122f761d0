package io.gradlab.course.core;

import io.gradlab.course.Lab4;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Tensor;

/** The sample lab's contract on the engine. */
public final class Lab4Core implements Lab4 {

    @Override
    public Tensor runningMean(Tensor values, double keep) {
        Tensor means = values.copy();
        float[] m = means.data();
        for (int t = 1; t < m.length; t++) {
            m[t] += (float) (keep * (m[t - 1] - m[t]));
        }
        return means;
    }

    @Override
    public Optimizer momentum(double factor) {
        return new Sgd(factor, 0);
    }
}
