package io.gradlab.grader.run;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import java.util.Map;
import java.util.Optional;

/**
 * A subject during one task: collects what is printed, and asks no more once it has timed out, so that an endless loop
 * costs its time once.
 */
final class TaskSubject implements Subject {
    private static final int LONGEST_PRINTED = 8 * 1024;

    private final Subject subject;
    private final StringBuilder printed = new StringBuilder();
    private Optional<Failure> timeout = Optional.empty();

    TaskSubject(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Answer ask(Probe probe) {
        if (timeout.isPresent()) {
            return new Answer(Map.of(), timeout, "");
        }
        Answer answer = subject.ask(probe);
        timeout = answer.failure().filter(failure -> failure.kind() == Failure.Kind.TIMED_OUT);
        if (printed.length() < LONGEST_PRINTED) {
            printed.append(answer.printed());
        }
        return answer;
    }

    String printed() {
        return printed.length() <= LONGEST_PRINTED ? printed.toString() : printed.substring(0, LONGEST_PRINTED) + "\n…";
    }
}
