package io.gradlab.course.probe.wire;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Probe.Step;
import io.gradlab.course.probe.Value;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A probe of every kind, and an answer with every kind of value. */
final class ProbeSamples {
    private static final Tensor TENSOR = new Seed(1).stream("wire").gaussians(Shape.of(2, 3), 1);
    private static final Tensor EMPTY = Tensor.zeros(0, 3);
    private static final List<Value> ARGUMENTS = List.of(
            Value.of(TENSOR),
            Value.of(EMPTY),
            Value.of(Math.PI),
            Value.of(Long.MIN_VALUE),
            new Value.Text("Größe \uD83D\uDE00"),
            Value.of(new int[] {1, -2}),
            new Value.Group(List.of(Value.of(1), new Value.Group(List.of()))),
            Value.Parts.OWN);

    private ProbeSamples() {}

    static List<Probe> probes() {
        return List.of(
                new Probe.OfFunction("softmax", ARGUMENTS),
                new Probe.OfLayer(
                        "dense",
                        ARGUMENTS,
                        List.of(new Step.Train(TENSOR, 3, 4), new Step.Evaluate(EMPTY), new Step.Backward(TENSOR))),
                new Probe.OfLoss("crossEntropy", List.of(), TENSOR, EMPTY),
                new Probe.OfOptimizer(
                        "sgd",
                        ARGUMENTS,
                        List.of(TENSOR, EMPTY),
                        List.of(List.of(TENSOR, EMPTY), List.of()),
                        List.of(1),
                        0.1),
                new Probe.OfClassifier(
                        "mlp", ARGUMENTS, TENSOR, new int[] {0, 1}, 2, EMPTY, new int[] {Integer.MAX_VALUE}));
    }

    static Answer answer() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Value value : ARGUMENTS) {
            values.put("value." + values.size(), value);
        }
        return new Answer(
                values, Optional.of(new Failure(Failure.Kind.THREW, "1.8", "NullPointerException")), "printed\n");
    }
}
