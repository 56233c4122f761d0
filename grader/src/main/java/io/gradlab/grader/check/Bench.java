package io.gradlab.grader.check;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Subject;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** What a check works at: the implementation to ask, random inputs of the task's own, and comparisons that explain. */
public final class Bench {
    private static final double EXACT = 1e-9; // of the largest number, which has at most nine digits

    private final Subject subject;
    private final String task;
    private final Seed seed;

    /** Creates the bench of a task. */
    public Bench(Subject subject, String task, Seed seed) {
        this.subject = subject;
        this.task = task;
        this.seed = seed;
    }

    /** Returns the task's id. */
    public String task() {
        return task;
    }

    /** Returns the task's seed in this run. */
    public Seed seed() {
        return seed;
    }

    /** Returns standard normal numbers; the same purpose gives the same numbers. */
    public Tensor gaussians(String purpose, int... dimensions) {
        return seed.stream(purpose).gaussians(Shape.of(dimensions), 1);
    }

    /**
     * Asks the implementation.
     *
     * @throws NoAnswer if it does not answer
     */
    public Answer ask(Probe probe) {
        Answer answer = subject.ask(probe);
        if (answer.failure().isPresent()) {
            throw new NoAnswer(answer.failure().get());
        }
        return answer;
    }

    /** Asks the implementation something that only helps to explain a failure; the answer may be that there is none. */
    public Answer askQuietly(Probe probe) {
        return subject.ask(probe);
    }

    /**
     * Returns a tensor of an answer.
     *
     * @throws CheckFailed if it is not there, with what to do about it
     */
    public DoubleTensor tensor(Answer answer, String name) {
        if (!answer.has(name)) {
            throw new CheckFailed(
                    "There is no " + name.replaceAll("\\.\\d+$", "").replace(".", " ")
                            + ": parameters() must return the layer's parameters, named as the task says.");
        }
        return DoubleTensor.of(answer.tensor(name));
    }

    /** Demands the expected numbers, as {@link Comparison} has it. */
    public void compare(String name, DoubleTensor actual, DoubleTensor expected, List<Misconception> misconceptions) {
        new Comparison(name, actual, expected).problem(misconceptions).ifPresent(Bench::fail);
    }

    /**
     * Demands the expected gradient. Where it is wrong, the numeric derivative of the implementation's own forward pass
     * may say why: it is the derivative of a wrong forward, or neither a known mistake nor the forward's derivative.
     */
    public void compareGradient(
            String name,
            DoubleTensor actual,
            DoubleTensor expected,
            List<Misconception> misconceptions,
            OwnForward forward) {
        Comparison comparison = new Comparison(name, actual, expected);
        comparison.problem(List.of()).ifPresent(plain -> {
            String recognised = comparison.problem(misconceptions).orElse(plain);
            fail(forward.judge(actual, expected)
                    .map(verdict -> verdict.forwardFirst()
                            ? plain + "\n" + verdict.sentence()
                            : recognised + (recognised.equals(plain) ? "\n" + verdict.sentence() : ""))
                    .orElse(recognised));
        });
    }

    /** Demands the expected number. */
    public void compare(String name, double actual, double expected, List<Misconception> misconceptions) {
        compare(name, DoubleTensor.scalar(actual), DoubleTensor.scalar(expected), misconceptions);
    }

    /** Demands the expected numbers to the last of their digits, as counts are compared. */
    public void compareExactly(
            String name, DoubleTensor actual, DoubleTensor expected, List<Misconception> misconceptions) {
        new Comparison(name, actual, expected, EXACT).problem(misconceptions).ifPresent(Bench::fail);
    }

    /** Demands that an argument is what it was before the call. */
    public void unchanged(String name, DoubleTensor after, Tensor before) {
        DoubleTensor expected = DoubleTensor.of(before);
        for (int i = 0; i < expected.data().length; i++) {
            if (Double.compare(after.data()[i], expected.data()[i]) != 0) {
                fail(name + " was changed: " + Figures.index(before.shape(), i) + " was "
                        + Figures.of(expected.data()[i]) + " and is " + Figures.of(after.data()[i])
                        + ". Arguments are only read; write into a tensor of your own.");
            }
        }
    }

    /** Demands something; the message is a sentence for the student. */
    public void require(boolean condition, String message) {
        if (!condition) {
            fail(message);
        }
    }

    private static void fail(String message) {
        throw new CheckFailed(message);
    }
}
