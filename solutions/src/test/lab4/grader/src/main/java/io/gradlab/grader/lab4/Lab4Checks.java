package io.gradlab.grader.lab4;

import io.gradlab.course.Lab4;
import io.gradlab.grader.run.LabChecks;
import java.util.List;

/** All of the sample lab. */
public final class Lab4Checks implements LabChecks {

    @Override
    public String lab() {
        return "lab4";
    }

    @Override
    public Class<?> contract() {
        return Lab4.class;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(RunningMeanChecks.class, MomentumChecks.class);
    }
}
