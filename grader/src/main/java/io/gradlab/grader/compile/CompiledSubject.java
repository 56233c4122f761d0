package io.gradlab.grader.compile;

import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled submission, run in this process by a class loader of its own. It is not contained yet: code that ends the
 * JVM or reads the file system does so.
 */
public final class CompiledSubject implements Subject {
    private final Subject direct;
    private final Map<String, String> signatures;

    /** Creates the subject; none of the student's code runs before the first probe. */
    public CompiledSubject(CompiledSubmission submission) {
        PackedSkeleton skeleton = PackedSkeleton.of(submission.lab());
        Class<?> contract = skeleton.contract();
        try {
            Object mine = new StudentClassLoader(submission.classes())
                    .loadClass(skeleton.givenClass())
                    .getDeclaredConstructor()
                    .newInstance();
            this.direct = new DirectSubject(contract, mine, () -> Labs.find(submission.lab(), contract, Variant.CORE));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The grader's " + skeleton.givenClass() + " cannot be made", e);
        }
        this.signatures = submission.signatures();
    }

    @Override
    public Answer ask(Probe probe) {
        Answer answer = direct.ask(probe);
        return answer.failure()
                .map(failure -> new Answer(answer.values(), Optional.of(explain(failure)), answer.printed()))
                .orElse(answer);
    }

    /** Replaces the JVM's words for a call that does not fit by what the student's class must have. */
    private Failure explain(Failure failure) {
        boolean noLayer = failure.message().contains(" makes no "); // the class has lost its interface
        boolean unfit = failure.kind() == Failure.Kind.SIGNATURE || noLayer;
        List<String> expected = signatures.entrySet().stream()
                .filter(entry -> failure.message().replace('/', '.').contains(entry.getKey())
                        || noLayer && entry.getValue().contains(" implements "))
                .map(entry -> entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1) + " " + entry.getValue())
                .toList();
        return unfit && !expected.isEmpty()
                ? new Failure(Failure.Kind.SIGNATURE, "", String.join("\n", expected))
                : failure;
    }
}
