package io.gradlab.course.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.probe.toy.Broken;
import io.gradlab.course.probe.toy.Toy;
import io.gradlab.nn.tensor.Tensor;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeFailureTest {
    private final Subject subject = new DirectSubject(Toy.class, new Broken(), Broken::new, Duration.ofMillis(300));

    @Test
    void aStubIsATaskThatIsNotStarted() {
        Failure failure = failure(0);

        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_STARTED);
        assertThat(failure.task()).isEqualTo("1.5");
        assertThat(failure.message()).matches("Task 1\\.5 is not implemented yet \\(at Broken\\.java:\\d+\\)");
        assertThat(failure(8).task()).isEqualTo("1.6");
    }

    @Test
    void nullIsSaidInASentence() {
        assertThat(failure(1)).isEqualTo(new Failure(Failure.Kind.THREW, "", "twice returned null"));
        assertThat(failure(new Probe.OfLoss("loss", List.of(), Tensor.vector(1), Tensor.vector(1)))
                        .message())
                .isEqualTo("the loss returned null as its gradient");
        assertThat(failure(new Probe.OfLayer("layer", List.of(Value.of(Tensor.vector(1))), List.of()))
                        .message())
                .isEqualTo("layer returned null");
    }

    @Test
    void errorsOfTheMachineAreFailuresToo() {
        assertThat(failure(2).message())
                .startsWith("StackOverflowError: a method calls itself without end (at Broken.java:");
        assertThat(failure(3).kind()).isEqualTo(Failure.Kind.OUT_OF_MEMORY);
        assertThat(failure(4).kind()).isEqualTo(Failure.Kind.SIGNATURE);
        assertThat(failure(4).message()).startsWith("NoSuchMethodError: Tensor.plus (at Broken.java:");
    }

    @Test
    void anExceptionSaysItsFirstLineAndTheStudentsLine() {
        assertThat(failure(5).message()).matches("IllegalStateException: first line \\(at Broken\\.java:\\d+\\)");
        assertThat(failure(7).message()).contains("77").matches(".*\\(at Broken\\.java:\\d+\\)");
    }

    @Test
    void aLoopWithoutEndTimesOut() {
        Failure failure = failure(6);

        assertThat(failure.kind()).isEqualTo(Failure.Kind.TIMED_OUT);
        assertThat(failure.message()).isEqualTo("it did not answer within 0.3 s; is there a loop that never ends?");
    }

    @Test
    void whatIsPrintedIsKeptUpToALimitAndTheStreamsComeBack() {
        PrintStream before = System.out;

        Answer answer = subject.ask(twice(9));

        assertThat(System.out).isSameAs(before);
        assertThat(answer.printed()).startsWith("zero is 0").endsWith("(cut after 8 kB)");
        assertThat(answer.printed().length()).isLessThan(9000);
    }

    private Failure failure(float input) {
        return failure(twice(input));
    }

    private Failure failure(Probe probe) {
        return subject.ask(probe).failure().orElseThrow();
    }

    private static Probe twice(float input) {
        return new Probe.OfFunction("twice", List.of(Value.of(Tensor.vector(input))));
    }
}
