package io.gradlab.solutions.lab2;

import io.gradlab.grader.lab2.AdamChecks;
import io.gradlab.grader.lab2.AugmentationChecks;
import io.gradlab.grader.lab2.AveragePoolChecks;
import io.gradlab.grader.lab2.BatchNormChecks;
import io.gradlab.grader.lab2.ColumnsChecks;
import io.gradlab.grader.lab2.ConfusionChecks;
import io.gradlab.grader.lab2.ConvolutionChecks;
import io.gradlab.grader.lab2.ConvolutionLayerChecks;
import io.gradlab.grader.lab2.DropoutChecks;
import io.gradlab.grader.lab2.FlattenChecks;
import io.gradlab.grader.lab2.LeNetChecks;
import io.gradlab.grader.lab2.MaxPoolChecks;
import io.gradlab.grader.lab2.OutputSizeChecks;
import io.gradlab.grader.lab2.PenaltyChecks;
import io.gradlab.grader.lab2.RectifierChecks;
import io.gradlab.grader.lab2.RefereeChecks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lab 2's checks as tests of the reference answers, for {@code mvn -Pmutation}; its name keeps it out of any other run.
 * Task 2.16 is a training and left out.
 */
@ExtendWith(SolutionsSubject.class)
class Lab2MutationChecks {

    @Nested
    class Flatten extends FlattenChecks {}

    @Nested
    class OutputSize extends OutputSizeChecks {}

    @Nested
    class Convolution extends ConvolutionChecks {}

    @Nested
    class Columns extends ColumnsChecks {}

    @Nested
    class ConvolutionLayer extends ConvolutionLayerChecks {}

    @Nested
    class MaxPool extends MaxPoolChecks {}

    @Nested
    class AveragePool extends AveragePoolChecks {}

    @Nested
    class BatchNorm extends BatchNormChecks {}

    @Nested
    class Dropout extends DropoutChecks {}

    @Nested
    class Rectifiers extends RectifierChecks {}

    @Nested
    class Adam extends AdamChecks {}

    @Nested
    class Penalty extends PenaltyChecks {}

    @Nested
    class Augmentations extends AugmentationChecks {}

    @Nested
    class LeNet extends LeNetChecks {}

    @Nested
    class Confusion extends ConfusionChecks {}

    @Nested
    class Referee extends RefereeChecks {}
}
