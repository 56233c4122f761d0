package io.gradlab.solutions.lab4;

import io.gradlab.course.Lab4;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** The reference answers as the sample lab's contract. */
public final class Lab4Solutions implements Lab4 {

    @Override
    public Tensor runningMean(Tensor values, double keep) {
        return new RunningMean().of(values, keep);
    }

    @Override
    public Optimizer momentum(double factor) {
        return new Momentum(factor);
    }
}
