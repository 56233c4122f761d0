package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.grader.run.LabChecks;
import java.util.List;

/** All of lab 3. */
public final class Lab3Checks implements LabChecks {

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public Class<?> contract() {
        return Lab3.class;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                PixelsChecks.class,
                ResizeChecks.class,
                PreparationChecks.class,
                VggChecks.class,
                LoadingChecks.class,
                FreezingChecks.class,
                NewHeadChecks.class,
                FeatureChecks.class,
                CacheChecks.class,
                ClassWiseChecks.class,
                RefereeChecks.class,
                SaliencyChecks.class,
                MaximizationChecks.class,
                TransferChecks.class);
    }
}
