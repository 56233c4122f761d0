package io.gradlab.course.probe.wire;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns answers into bytes and back. */
public final class AnswerCodec {
    private AnswerCodec() {}

    /** Returns an answer's bytes. */
    public static byte[] write(Answer answer) {
        Writing out = new Writing();
        out.count(answer.values().size());
        answer.values().forEach((name, value) -> out.text(name).value(value));
        out.tag(answer.failure().isPresent() ? 1 : 0);
        answer.failure()
                .ifPresent(failure ->
                        out.tag(failure.kind().ordinal()).text(failure.task()).text(failure.message()));
        return out.text(answer.printed()).bytes();
    }

    /** Reads what {@link #write} wrote. */
    public static Answer read(byte[] content) throws WireException {
        Reading in = new Reading(content);
        Map<String, Value> values = new LinkedHashMap<>();
        for (int left = in.count(6); left > 0; left--) {
            values.put(in.text(), in.value());
        }
        Optional<Failure> failure = in.tag() == 0
                ? Optional.empty()
                : Optional.of(new Failure(in.constant(Failure.Kind.values()), in.text(), in.text()));
        Answer answer = new Answer(values, failure, in.text());
        in.end();
        return answer;
    }
}
