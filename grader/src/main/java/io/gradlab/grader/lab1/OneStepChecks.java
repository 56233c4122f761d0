package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DenseOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/**
 * One step of training against the oracle, to the last digit: without hidden layer the log-odds are linear in weights
 * and biases, so the probabilities before and after say what the step was.
 */
final class OneStepChecks {
    private static final int SAMPLES = 21;
    private static final int ASKED = 9;
    private static final int CLASSES = 3;
    private static final double LEARNING_RATE = 0.5;

    private OneStepChecks() {}

    static void check(Bench bench) {
        Samples training = Samples.noise(bench, "one step", SAMPLES, 4, CLASSES);
        Tensor asked = bench.gaussians("asked after one step", ASKED, 4);
        MlpConfig config =
                MlpConfigChecks.with(MlpTrial.config(bench, 4, List.of(), CLASSES, 1), LEARNING_RATE, SAMPLES, 1);
        MlpTrial untrained = MlpTrial.untrained(bench, config);
        DoubleTensor before = untrained.probabilities(asked);
        DoubleTensor after = new MlpTrial(bench, config, training, 1).probabilities(asked);
        DoubleTensor known = untrained.probabilities(training.inputs());
        bench.compare(
                "with all " + SAMPLES + " samples in one batch, the change of log(p_k / p_0)",
                logOdds(after).with(logOdds(before), (b, a) -> b - a),
                expected(training, known, DoubleTensor.of(asked)),
                List.of());
    }

    private static DoubleTensor expected(Samples training, DoubleTensor probabilities, DoubleTensor asked) {
        DoubleTensor gradient = probabilities.times(1.0 / SAMPLES);
        for (int n = 0; n < SAMPLES; n++) {
            gradient.data()[n * CLASSES + training.labels()[n]] -= 1.0 / SAMPLES;
        }
        DoubleTensor weightGradient = DenseOracle.weightGradient(DoubleTensor.of(training.inputs()), gradient);
        DoubleTensor change = DenseOracle.forward(asked, weightGradient, DenseOracle.biasGradient(gradient));
        return differences(change.times(-LEARNING_RATE));
    }

    private static DoubleTensor logOdds(DoubleTensor probabilities) {
        return differences(probabilities.map(p -> StrictMath.log(Math.max(1e-30, p))));
    }

    /** Returns columns 1 and 2 less column 0. */
    private static DoubleTensor differences(DoubleTensor matrix) {
        double[] data = new double[ASKED * (CLASSES - 1)];
        for (int i = 0; i < data.length; i++) {
            int n = i / (CLASSES - 1);
            data[i] = matrix.at(n, 1 + i % (CLASSES - 1)) - matrix.at(n, 0);
        }
        return new DoubleTensor(Shape.of(ASKED, CLASSES - 1), data);
    }
}
