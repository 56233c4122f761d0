package io.gradlab.lab4;

import io.gradlab.course.Lab4;
import io.gradlab.lab4.student.Momentum;
import io.gradlab.lab4.student.RunningMean;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;

/** Given: hands your classes out as the sample lab's contract. */
public final class Lab4Mine implements Lab4 {

    @Override
    public Tensor runningMean(Tensor values, double keep) {
        return new RunningMean().of(values, keep);
    }

    @Override
    public Optimizer momentum(double factor) {
        return new Momentum(factor);
    }
}
