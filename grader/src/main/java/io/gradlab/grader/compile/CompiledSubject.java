package io.gradlab.grader.compile;

import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import io.gradlab.course.probe.wire.Start;
import io.gradlab.course.probe.worker.StudentClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A compiled submission as a subject that speaks of the student's classes, wherever these run. */
public final class CompiledSubject implements Subject {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);

    private final Subject subject;
    private final Map<String, String> signatures;

    private CompiledSubject(Subject subject, Map<String, String> signatures) {
        this.subject = subject;
        this.signatures = signatures;
    }

    /** Returns a submission that runs as {@code subject} says, which was made of {@link #start}. */
    public static CompiledSubject of(CompiledSubmission submission, Subject subject) {
        return new CompiledSubject(subject, submission.signatures());
    }

    /** Returns what another process needs in order to run a submission. */
    public static Start start(CompiledSubmission submission) {
        PackedSkeleton skeleton = PackedSkeleton.of(submission.lab());
        return new Start(submission.lab(), skeleton.contract().getName(), skeleton.givenClass(), submission.classes());
    }

    /**
     * Returns a submission that runs in this process, by a class loader of its own: for code that is trusted, or that is
     * looked at with a debugger. None of it runs before the first probe.
     */
    public static CompiledSubject inProcess(CompiledSubmission submission) {
        return inProcess(submission, PROBE_LIMIT);
    }

    /** Returns the same with a limit of wall time for each probe. */
    public static CompiledSubject inProcess(CompiledSubmission submission, Duration limit) {
        PackedSkeleton skeleton = PackedSkeleton.of(submission.lab());
        Class<?> contract = skeleton.contract();
        try {
            Object mine = new StudentClassLoader(submission.classes())
                    .loadClass(skeleton.givenClass())
                    .getDeclaredConstructor()
                    .newInstance();
            Subject direct =
                    new DirectSubject(contract, mine, () -> Labs.find(submission.lab(), contract, Variant.CORE), limit);
            return of(submission, direct);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The grader's " + skeleton.givenClass() + " cannot be made", e);
        }
    }

    @Override
    public void beginTask(boolean trains, int patience) {
        subject.beginTask(trains, patience);
    }

    @Override
    public boolean canRepeat() {
        return subject.canRepeat();
    }

    @Override
    public void endTask() {
        subject.endTask();
    }

    @Override
    public Answer ask(Probe probe) {
        Answer answer = subject.ask(probe);
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
