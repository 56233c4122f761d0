package io.gradlab.solutions.lab3;

import io.gradlab.grader.lab3.CacheChecks;
import io.gradlab.grader.lab3.ClassWiseChecks;
import io.gradlab.grader.lab3.FeatureChecks;
import io.gradlab.grader.lab3.FreezingChecks;
import io.gradlab.grader.lab3.LoadingChecks;
import io.gradlab.grader.lab3.MaximizationChecks;
import io.gradlab.grader.lab3.NewHeadChecks;
import io.gradlab.grader.lab3.PixelsChecks;
import io.gradlab.grader.lab3.PreparationChecks;
import io.gradlab.grader.lab3.RefereeChecks;
import io.gradlab.grader.lab3.ResizeChecks;
import io.gradlab.grader.lab3.SaliencyChecks;
import io.gradlab.grader.lab3.VggChecks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lab 3's checks as tests of the reference answers, for {@code mvn -Pmutation}; its name keeps it out of any other run.
 * Task 3.13 is a training and left out.
 */
@ExtendWith(SolutionsSubject.class)
class Lab3MutationChecks {

    @Nested
    class Pixels extends PixelsChecks {}

    @Nested
    class Resize extends ResizeChecks {}

    @Nested
    class Preparation extends PreparationChecks {}

    @Nested
    class Vgg extends VggChecks {}

    @Nested
    class Loading extends LoadingChecks {}

    @Nested
    class Freezing extends FreezingChecks {}

    @Nested
    class NewHead extends NewHeadChecks {}

    @Nested
    class Feature extends FeatureChecks {}

    @Nested
    class Cache extends CacheChecks {}

    @Nested
    class ClassWise extends ClassWiseChecks {}

    @Nested
    class Referee extends RefereeChecks {}

    @Nested
    class Saliency extends SaliencyChecks {}

    @Nested
    class Maximization extends MaximizationChecks {}
}
