package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.NoAnswer;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Calls of the contract's methods. */
final class Calls {

    private Calls() {}

    static Answer ask(Bench bench, String method, Value... arguments) {
        return bench.ask(new Probe.OfFunction(method, List.of(arguments)));
    }

    static DoubleTensor tensor(Bench bench, String method, Value... arguments) {
        return bench.tensor(ask(bench, method, arguments), "result");
    }

    static double number(Bench bench, String method, Value... arguments) {
        return ask(bench, method, arguments).number("result");
    }

    /** Demands that the first argument, a tensor, is not changed. */
    static void onlyReads(Bench bench, String name, Tensor tensor, String method, Value... more) {
        Value[] arguments = new Value[more.length + 1];
        arguments[0] = Value.of(tensor);
        System.arraycopy(more, 0, arguments, 1, more.length);
        bench.unchanged(name, bench.tensor(ask(bench, method, arguments), "argument.0"), tensor);
    }

    /**
     * Demands an IllegalArgumentException; returns its message.
     *
     * @param what is wrong with the arguments, as the subject of a sentence
     */
    static String refused(Bench bench, String what, String method, Value... arguments) {
        Answer answer = bench.askQuietly(new Probe.OfFunction(method, List.of(arguments)));
        bench.require(
                answer.failure().isPresent(), what + " is accepted; throw an IllegalArgumentException that says why.");
        Failure failure = answer.failure().orElseThrow();
        if (failure.kind() != Failure.Kind.THREW) {
            throw new NoAnswer(failure);
        }
        bench.require(
                failure.message().matches("IllegalArgumentException: .+"),
                what + " ends with " + failure.message() + "; throw an IllegalArgumentException that says why.");
        return failure.message();
    }

    static DoubleTensor vector(double... numbers) {
        DoubleTensor vector = DoubleTensor.zeros(numbers.length);
        System.arraycopy(numbers, 0, vector.data(), 0, numbers.length);
        return vector;
    }

    static DoubleTensor vector(int... numbers) {
        DoubleTensor vector = DoubleTensor.zeros(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            vector.data()[i] = numbers[i];
        }
        return vector;
    }
}
