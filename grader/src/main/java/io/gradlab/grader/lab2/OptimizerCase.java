package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** An optimizer with four parameters to try it with, weights and biases in turn. */
record OptimizerCase(Bench bench, String method, List<Value> arguments, int steps, double learningRate) {

    List<Tensor> values() {
        return tensors("value");
    }

    List<List<Tensor>> gradients() {
        return IntStream.range(0, steps)
                .mapToObj(step -> tensors("gradient of step " + step))
                .toList();
    }

    /** Returns the gradients of one parameter, step by step. */
    List<DoubleTensor> gradients(int place) {
        return gradients().stream()
                .map(step -> DoubleTensor.of(step.get(place)))
                .toList();
    }

    Answer ask(Integer... frozen) {
        return bench.ask(
                new Probe.OfOptimizer(method, arguments, values(), gradients(), List.of(frozen), learningRate));
    }

    /** Returns a parameter's value after the last step. */
    DoubleTensor last(Answer answer, int place) {
        return bench.tensor(answer, "parameter." + place + "." + (steps - 1));
    }

    void checkGradientsUnchanged() {
        Answer answer = ask();
        for (int place = 0; place < values().size(); place++) {
            bench.unchanged(
                    "the gradient",
                    bench.tensor(answer, "gradient." + place + ".0"),
                    gradients().getFirst().get(place));
        }
    }

    static String name(int place) {
        return place % 2 == 0 ? "weight" : "bias";
    }

    private List<Tensor> tensors(String purpose) {
        return List.of(
                bench.gaussians(purpose + " 0", 4, 3, 2, 2),
                bench.gaussians(purpose + " 1", 4),
                bench.gaussians(purpose + " 2", 3, 4),
                bench.gaussians(purpose + " 3", 3));
    }
}
