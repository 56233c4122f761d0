package io.gradlab.grader.lab1;

import io.gradlab.course.Lab1;
import io.gradlab.course.core.Lab1Core;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.nn.kernel.ActivationKind;
import java.util.List;
import java.util.stream.Stream;

/** The parts that a perceptron of the student's own is made of. */
final class OwnParts {

    private OwnParts() {}

    /** Returns the tasks whose own checks fail, of those that a perceptron with this activation needs. */
    static List<String> wrong(Bench bench, ActivationKind activation) {
        CheckRunner runner =
                new CheckRunner(bench::askQuietly, "parts " + bench.seed().value());
        Stream<Class<?>> needed = Stream.of(
                checks(activation),
                SoftmaxChecks.class,
                CrossEntropyChecks.class,
                InitialWeightChecks.class,
                DenseChecks.class,
                SgdChecks.class,
                SamplingChecks.class,
                MlpChecks.class);
        return needed.map(runner::run)
                .filter(result -> result.outcome() != Outcome.PASS)
                .map(TaskResult::id)
                .toList();
    }

    /** Returns the same bench with the engine in the place of the student's answers. */
    static Bench engine(Bench bench) {
        DirectSubject engine = new DirectSubject(Lab1.class, new Lab1Core(), Lab1Core::new);
        return new Bench(engine, bench.task(), bench.seed());
    }

    private static Class<?> checks(ActivationKind activation) {
        return switch (activation) {
            case LINEAR -> LinearChecks.class;
            case SIGMOID -> SigmoidChecks.class;
            case TANH -> TanhChecks.class;
            case RELU -> ReluChecks.class;
        };
    }
}
