package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.L2Oracle;
import io.gradlab.grader.oracle.SgdOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Task 2.11. */
@Task(id = "2.11", title = "L2 penalty", points = 5)
public class PenaltyChecks {
    private static final double RATE = 0.5;

    @Check(value = "ramp values", points = 0, rank = 1)
    void rampValues(Bench bench) {
        checkValue(bench, 0.5, Map.of("weight", Tensor.vector(1, 2, 3))); // 0.25 · 14
        Answer answer = bench.ask(new Probe.OfOptimizer(
                "penalizedSgd",
                List.of(Value.of(0.5)),
                List.of(Tensor.vector(2, 4)),
                List.of(List.of(Tensor.vector(1, -1))),
                List.of(),
                1));
        bench.compare(
                "weight",
                bench.tensor(answer, "parameter.0.0"),
                DoubleTensor.of(Tensor.vector(0, 3)),
                weights(DoubleTensor.of(Tensor.vector(2, 4)), DoubleTensor.of(Tensor.vector(1, -1)), 0.5, 1));
    }

    @Check(value = "value", points = 2, rank = 2)
    void value(Bench bench) {
        for (double lambda : new double[] {0.3, 2, 0}) {
            List<Tensor> values = of(bench, lambda).values();
            Map<String, Tensor> named = new LinkedHashMap<>();
            for (int place = 0; place < values.size(); place++) {
                named.put(OptimizerCase.name(place) + place, values.get(place));
            }
            checkValue(bench, lambda, named);
        }
    }

    @Check(value = "reaches the weights", points = 1.5, rank = 3)
    void reachesTheWeights(Bench bench) {
        checkPlaces(bench, 0.3, 0, 2);
        checkPlaces(bench, 2, 0, 2);
        checkPlaces(bench, 0, 0, 2);
    }

    @Check(value = "spares the biases", points = 1, rank = 4)
    void sparesTheBiases(Bench bench) {
        checkPlaces(bench, 0.3, 1, 3);
        checkPlaces(bench, 2, 1, 3);
    }

    @Check(value = "leaves frozen parameters alone", points = 0.25, rank = 5)
    void leavesFrozenParametersAlone(Bench bench) {
        OptimizerCase one = of(bench, 0.3);
        Answer answer = one.ask(0, 3);
        for (int place : new int[] {0, 3}) {
            DoubleTensor value = DoubleTensor.of(one.values().get(place));
            bench.compare("frozen " + OptimizerCase.name(place), one.last(answer, place), value, List.of());
        }
        bench.require(
                !Arrays.equals(
                        one.last(answer, 2).data(),
                        DoubleTensor.of(one.values().get(2)).data()),
                "a parameter behind a frozen one was left out; go on with the next one.");
    }

    @Check(value = "only reads the gradients", points = 0.25, rank = 6)
    void onlyReadsTheGradients(Bench bench) {
        of(bench, 0.3).checkGradientsUnchanged();
    }

    private static OptimizerCase of(Bench bench, double lambda) {
        return new OptimizerCase(bench, "penalizedSgd", List.of(Value.of(lambda)), 1, RATE);
    }

    private static void checkPlaces(Bench bench, double lambda, int... places) {
        OptimizerCase one = of(bench, lambda);
        Answer answer = one.ask();
        for (int place : places) {
            DoubleTensor w = DoubleTensor.of(one.values().get(place));
            DoubleTensor g = one.gradients(place).getFirst();
            DoubleTensor pulled = g.with(L2Oracle.gradient(w, lambda), Double::sum);
            boolean weight = place % 2 == 0;
            bench.compare(
                    OptimizerCase.name(place),
                    one.last(answer, place),
                    SgdOracle.step(w, weight ? pulled : g, RATE),
                    weight
                            ? weights(w, g, lambda, RATE)
                            : List.of(new Misconception(
                                    "the penalty pulls at the biases too; ask parameter.decayed()",
                                    SgdOracle.step(w, pulled, RATE))));
        }
    }

    private static List<Misconception> weights(DoubleTensor w, DoubleTensor g, double lambda, double rate) {
        return List.of(
                new Misconception(
                        "the penalty has no gradient: it is added to the loss, but trains nothing",
                        SgdOracle.step(w, g, rate)),
                pulled("the gradient of λ/2 · w² was taken as 2λ · w; it is λ · w", w, g, 2 * lambda, rate),
                pulled("the gradient of λ/2 · w² was taken as λ/2 · w; it is λ · w", w, g, lambda / 2, rate),
                pulled("the penalty pushes weights away from 0: its sign is wrong", w, g, -lambda, rate),
                new Misconception(
                        "the sign of w was taken instead of w: that is an L1 penalty",
                        SgdOracle.step(w, g.with(w, (a, b) -> a + lambda * Math.signum(b)), rate)));
    }

    private static Misconception pulled(String sentence, DoubleTensor w, DoubleTensor g, double factor, double rate) {
        return new Misconception(sentence, SgdOracle.step(w, g.with(L2Oracle.gradient(w, factor), Double::sum), rate));
    }

    private static void checkValue(Bench bench, double lambda, Map<String, Tensor> named) {
        double right = 0;
        double all = 0;
        double absolute = 0;
        int place = 0;
        for (Tensor tensor : named.values()) {
            DoubleTensor value = DoubleTensor.of(tensor);
            boolean weight = place++ % 2 == 0;
            right += weight ? L2Oracle.penalty(value, lambda) : 0;
            all += L2Oracle.penalty(value, lambda);
            absolute +=
                    weight ? lambda * Arrays.stream(value.data()).map(Math::abs).sum() : 0;
        }
        Probe probe = new Probe.OfFunction("penalty", List.of(Value.of(named), Value.of(lambda)));
        bench.compare(
                "the penalty",
                bench.ask(probe).number("result"),
                right,
                List.of(
                        guess("the biases were counted too; ask parameter.decayed()", all),
                        guess("the half was forgotten: it is λ/2 · Σ w²", 2 * right),
                        guess("λ was forgotten", lambda == 0 ? Double.NaN : right / lambda),
                        guess("absolute values were summed: that is an L1 penalty", absolute)));
    }

    private static Misconception guess(String sentence, double value) {
        return new Misconception(sentence, DoubleTensor.scalar(value));
    }
}
