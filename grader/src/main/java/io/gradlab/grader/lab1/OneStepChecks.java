package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.MlpOracle;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of training against the oracle, to the last digit: the probabilities before say what the weights are, the
 * oracle has the gradient of each, and the probabilities after must be those of the weights one step further.
 */
final class OneStepChecks {
    private static final int SAMPLES = 21;
    private static final int INPUTS = 4;
    private static final int CLASSES = 3;
    private static final double LEARNING_RATE = 0.5;

    private OneStepChecks() {}

    static void check(Bench bench) {
        check(bench, "without hidden layer", List.of(), SeenNetwork.withoutHidden(untrained(bench, List.of())));
        SeenNetwork.withOneUnit(untrained(bench, List.of(1)))
                .ifPresent(seen -> check(bench, "with one hidden unit", List.of(1), seen));
    }

    private static void check(Bench bench, String network, List<Integer> hidden, MlpOracle before) {
        Samples training = Samples.noise(bench, "one step", SAMPLES, INPUTS, CLASSES);
        Tensor asked = bench.gaussians("asked after one step", 9, INPUTS);
        MlpTrial trained = new MlpTrial(bench, config(bench, hidden), training, 1);
        DoubleTensor start = SeenNetwork.logits(untrained(bench, hidden).probabilities(asked));
        DoubleTensor end = SeenNetwork.logits(trained.probabilities(asked));
        DoubleTensor x = DoubleTensor.of(asked);
        bench.compare(
                network + " and with all " + SAMPLES + " samples in one batch, the change of log(p_k / p_0)",
                end.with(start, (b, a) -> b - a),
                fromFirst(after(before, training).forward(x).with(before.forward(x), (b, a) -> b - a)),
                List.of());
    }

    private static MlpOracle after(MlpOracle before, Samples training) {
        DoubleTensor targets = DoubleTensor.zeros(SAMPLES, CLASSES);
        for (int n = 0; n < SAMPLES; n++) {
            targets.data()[n * CLASSES + training.labels()[n]] = 1;
        }
        MlpOracle.Gradients gradients = before.gradients(DoubleTensor.of(training.inputs()), targets);
        return new MlpOracle(
                before.activation(),
                step(before.weights(), gradients.weights()),
                step(before.biases(), gradients.biases()));
    }

    private static List<DoubleTensor> step(List<DoubleTensor> values, List<DoubleTensor> gradients) {
        List<DoubleTensor> stepped = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            stepped.add(values.get(i).with(gradients.get(i), (w, g) -> w - LEARNING_RATE * g));
        }
        return stepped;
    }

    /** Takes the first column away from all columns. */
    private static DoubleTensor fromFirst(DoubleTensor logits) {
        double[] data = logits.data().clone();
        for (int i = 0; i < data.length; i++) {
            data[i] -= logits.at(i / CLASSES, 0);
        }
        return new DoubleTensor(logits.shape(), data);
    }

    private static MlpTrial untrained(Bench bench, List<Integer> hidden) {
        return MlpTrial.untrained(bench, config(bench, hidden));
    }

    private static MlpConfig config(Bench bench, List<Integer> hidden) {
        MlpConfig usual = MlpTrial.config(bench, INPUTS, hidden, CLASSES, 1);
        return MlpConfigChecks.with(usual, LEARNING_RATE, SAMPLES, 1);
    }
}
