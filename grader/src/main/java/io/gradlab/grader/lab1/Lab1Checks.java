package io.gradlab.grader.lab1;

import io.gradlab.course.Lab1;
import io.gradlab.grader.run.LabChecks;
import java.util.List;

/** All of lab 1. */
public final class Lab1Checks implements LabChecks {

    @Override
    public String lab() {
        return "lab1";
    }

    @Override
    public Class<?> contract() {
        return Lab1.class;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                LinearChecks.class,
                SigmoidChecks.class,
                TanhChecks.class,
                ReluChecks.class,
                DistributionChecks.class,
                SoftmaxChecks.class,
                CrossEntropyChecks.class,
                InitialWeightChecks.class,
                DenseChecks.class,
                SgdChecks.class,
                SamplingChecks.class,
                MlpChecks.class,
                ModelFileChecks.class,
                RefereeChecks.class,
                DigitsChecks.class);
    }
}
