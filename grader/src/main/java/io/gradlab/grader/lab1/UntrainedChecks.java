package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a perceptron must give before any training. */
final class UntrainedChecks {
    private static final double MOST_NATS = 1.5; // above ln K, which sensible first weights never reach
    private static final double SMALL = 0.01;
    private static final double CLOSE = 0.05; // nats; random biases of size 1 are ten times as far from ln K
    private static final int[] WIDE = {20, 180, 60}; // inputs, units, classes: He is 3.2 times Xavier
    private static final double SPREAD = 1.7; // between 1 and 3.2; none of 400 right networks was outside

    private UntrainedChecks() {}

    static void weightsAreDrawn(Bench bench) {
        Samples noise = Samples.noise(bench, "noise", 60, 8, 3);
        MlpConfig config = MlpTrial.config(bench, 8, List.of(16), 3, 1);
        DoubleTensor p = MlpTrial.untrained(bench, config).probabilities(noise.inputs());
        double third = 1.0 / 3;
        bench.require(
                Arrays.stream(p.data()).anyMatch(x -> Math.abs(x - third) > 1e-6),
                "all classes are equally probable for all samples: do the weights start at zero? Then all units of a "
                        + "layer stay equal for ever.");
        double loss = noise.loss(p);
        bench.require(
                loss < StrictMath.log(3) + MOST_NATS,
                String.format(
                        Locale.ROOT,
                        "the loss is %.2f before any training, expected about ln 3 = 1.10: the first weights are too "
                                + "large.",
                        loss));
    }

    /** Near zero, where weights hardly matter, a network that knows nothing gives every class 1/K, and its loss is ln K. */
    static void lossIsLogOfClasses(Bench bench) {
        for (int classes : new int[] {2, 3, 10}) {
            Samples noise = Samples.noise(bench, "near zero", 61, 8, classes);
            Tensor inputs = noise.inputs();
            for (int i = 0; i < inputs.size(); i++) {
                inputs.data()[i] *= (float) SMALL;
            }
            for (ActivationKind activation : List.of(ActivationKind.TANH, ActivationKind.RELU)) {
                MlpConfig config =
                        MlpConfigChecks.withActivation(MlpTrial.config(bench, 8, List.of(16), classes, 1), activation);
                double loss = noise.loss(MlpTrial.untrained(bench, config).probabilities(inputs));
                double expected = StrictMath.log(classes);
                bench.require(
                        Math.abs(loss - expected) <= CLOSE,
                        String.format(
                                Locale.ROOT,
                                "with %d classes the loss of the untrained network is %.3f on inputs near zero, "
                                        + "expected ln %d = %.3f: do all biases start at 0?",
                                classes,
                                loss,
                                classes,
                                expected));
            }
        }
    }

    /** The logits' size tells the size of the hidden layer's weights; many classes make it sure. */
    static void weightsFitTheActivation(Bench bench) {
        double he = 2.0 / WIDE[0];
        double xavier = 2.0 / (WIDE[0] + WIDE[1]);
        double top = 2.0 / (WIDE[1] + WIDE[2]);
        // A logit is a sum over the units, each a sum over the inputs; ReLU makes half of the squares 0.
        requireSpread(bench, ActivationKind.RELU, "HE", top * WIDE[1] * WIDE[0] * he / 2);
        requireSpread(bench, ActivationKind.LINEAR, "XAVIER", top * WIDE[1] * WIDE[0] * xavier);
    }

    private static void requireSpread(Bench bench, ActivationKind activation, String kind, double variance) {
        MlpConfig config = MlpConfigChecks.withActivation(
                MlpTrial.config(bench, WIDE[0], List.of(WIDE[1]), WIDE[2], 1), activation);
        DoubleTensor p = MlpTrial.untrained(bench, config).probabilities(bench.gaussians("spread", 100, WIDE[0]));
        double ratio = Math.sqrt(varianceOverClasses(SeenNetwork.logits(p)) / variance);
        bench.require(
                ratio > 1 / SPREAD && ratio < SPREAD,
                String.format(
                        Locale.ROOT,
                        "with %s the logits are %.1f times as large as %s makes them: take HE where ReLU follows, and "
                                + "XAVIER elsewhere.",
                        activation,
                        ratio,
                        kind));
    }

    private static double varianceOverClasses(DoubleTensor logits) {
        int classes = logits.dim(1);
        double sum = 0;
        for (int n = 0; n < logits.dim(0); n++) {
            double[] row = Arrays.copyOfRange(logits.data(), n * classes, (n + 1) * classes);
            double mean = Arrays.stream(row).average().orElse(0);
            sum += Arrays.stream(row).map(z -> (z - mean) * (z - mean)).sum() / (classes - 1);
        }
        return sum / logits.dim(0);
    }
}
