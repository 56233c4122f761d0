package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.grader.run.LabChecks;
import java.util.List;

/** All of lab 2. */
public final class Lab2Checks implements LabChecks {

    @Override
    public String lab() {
        return "lab2";
    }

    @Override
    public Class<?> contract() {
        return Lab2.class;
    }

    @Override
    public List<Class<?>> classes() {
        return List.of(
                FlattenChecks.class,
                OutputSizeChecks.class,
                ConvolutionChecks.class,
                ColumnsChecks.class,
                ConvolutionLayerChecks.class,
                MaxPoolChecks.class,
                AveragePoolChecks.class,
                BatchNormChecks.class,
                DropoutChecks.class,
                RectifierChecks.class,
                AdamChecks.class,
                PenaltyChecks.class,
                AugmentationChecks.class,
                LeNetChecks.class,
                ConfusionChecks.class,
                RefereeChecks.class,
                ShapesChecks.class);
    }
}
