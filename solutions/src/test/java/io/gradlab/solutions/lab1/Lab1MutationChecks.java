package io.gradlab.solutions.lab1;

import io.gradlab.grader.lab1.CrossEntropyChecks;
import io.gradlab.grader.lab1.DenseChecks;
import io.gradlab.grader.lab1.DistributionChecks;
import io.gradlab.grader.lab1.InitialWeightChecks;
import io.gradlab.grader.lab1.LinearChecks;
import io.gradlab.grader.lab1.MlpChecks;
import io.gradlab.grader.lab1.ModelFileChecks;
import io.gradlab.grader.lab1.RefereeChecks;
import io.gradlab.grader.lab1.ReluChecks;
import io.gradlab.grader.lab1.SamplingChecks;
import io.gradlab.grader.lab1.SgdChecks;
import io.gradlab.grader.lab1.SigmoidChecks;
import io.gradlab.grader.lab1.SoftmaxChecks;
import io.gradlab.grader.lab1.TanhChecks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lab 1's checks as tests of the reference answers, for {@code mvn -Pmutation}; its name keeps it out of any other run.
 * Task 1.14 is a training and left out.
 */
@ExtendWith(SolutionsSubject.class)
class Lab1MutationChecks {

    @Nested
    class Linear extends LinearChecks {}

    @Nested
    class Sigmoid extends SigmoidChecks {}

    @Nested
    class Tanh extends TanhChecks {}

    @Nested
    class Relu extends ReluChecks {}

    @Nested
    class Distributions extends DistributionChecks {}

    @Nested
    class Softmax extends SoftmaxChecks {}

    @Nested
    class CrossEntropy extends CrossEntropyChecks {}

    @Nested
    class InitialWeight extends InitialWeightChecks {}

    @Nested
    class Dense extends DenseChecks {}

    @Nested
    class Sgd extends SgdChecks {}

    @Nested
    class Sampling extends SamplingChecks {}

    @Nested
    class Mlp extends MlpChecks {}

    @Nested
    class ModelFile extends ModelFileChecks {}

    @Nested
    class Referee extends RefereeChecks {}
}
