package io.gradlab.grader.run;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subject during one task: collects what is printed, and asks no more once it has timed out or printed far too much, so
 * that an endless loop costs its time once.
 */
final class TaskSubject implements Subject {
    private static final Set<Failure.Kind> STOPPING = EnumSet.of(Failure.Kind.TIMED_OUT, Failure.Kind.FLOODED);
    private static final int LONGEST_PRINTED = 8 * 1024;

    private final Subject subject;
    private final StringBuilder printed = new StringBuilder();
    private Optional<Failure> stopped = Optional.empty();

    TaskSubject(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Answer ask(Probe probe) {
        if (stopped.isPresent()) {
            return new Answer(Map.of(), stopped, "");
        }
        Answer answer = subject.ask(probe);
        stopped = answer.failure().filter(failure -> STOPPING.contains(failure.kind()));
        if (printed.length() < LONGEST_PRINTED) {
            printed.append(answer.printed());
        }
        return answer;
    }

    String printed() {
        return printed.length() <= LONGEST_PRINTED ? printed.toString() : printed.substring(0, LONGEST_PRINTED) + "\n…";
    }
}
