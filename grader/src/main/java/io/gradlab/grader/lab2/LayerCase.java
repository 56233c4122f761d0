package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.OwnForward;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer that a check asks for.
 *
 * @param method the contract's method that makes it
 * @param arguments of that method
 */
record LayerCase(Bench bench, String method, List<Value> arguments) {

    /** Drives a new layer through the steps. */
    Answer ask(Step... script) {
        return bench.ask(probe(script));
    }

    /** Returns a probe that drives a new layer through the steps. */
    Probe probe(Step... script) {
        return probe(arguments, script);
    }

    /** Asks for a forward pass in training mode, step 0, and a backward pass, step 1. */
    Answer both(Tensor input, Tensor outputGradient) {
        return ask(training(input), new Step.Backward(outputGradient));
    }

    /** Returns the layer's own forward pass as a function of its input. */
    OwnForward ofInput(Tensor input, Tensor outputGradient) {
        return OwnForward.ofLayer(bench, "input", input, outputGradient, x -> probe(arguments, training(x)));
    }

    /** Returns the layer's own forward pass as a function of the tensor that is its maker's argument {@code place}. */
    OwnForward ofArgument(String name, int place, Tensor at, Tensor input, Tensor outputGradient) {
        return OwnForward.ofLayer(bench, name, at, outputGradient, changed -> {
            List<Value> others = new ArrayList<>(arguments);
            others.set(place, Value.of(changed));
            return probe(others, training(input));
        });
    }

    /** Demands that both passes leave what they are given as it is. */
    void onlyReads(Tensor input, Tensor outputGradient) {
        Answer answer = both(input, outputGradient);
        bench.unchanged("input", bench.tensor(answer, "input.0"), input);
        bench.unchanged("outputGradient", bench.tensor(answer, "input.1"), outputGradient);
    }

    static Step training(Tensor input) {
        return new Step.Train(input, 1, 0);
    }

    private Probe probe(List<Value> others, Step... script) {
        return new Probe.OfLayer(method, others, List.of(script));
    }
}
