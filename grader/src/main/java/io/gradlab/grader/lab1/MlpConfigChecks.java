package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Finds out from probabilities alone whether a perceptron does what its configuration says. */
final class MlpConfigChecks {
    private static final double SAME = 1e-5;
    private static final int POINTS = 8;

    private MlpConfigChecks() {}

    static void seed(Bench bench) {
        MlpConfig config = MlpTrial.config(bench, 2, List.of(5), 3, 2);
        MlpConfig other = withSeed(config, config.seed().derive("another"));
        bench.require(
                distance(trained(bench, config), trained(bench, config)) < SAME,
                "two networks with the same seed and data give different probabilities: take random numbers from "
                        + "config.seed() alone.");
        bench.require(
                distance(untrained(bench, config), untrained(bench, other)) > SAME,
                "the seed changes nothing: the first weights must be drawn from config.seed().");
    }

    static void layers(Bench bench) {
        double bent = curvature(bench, List.of(6), ActivationKind.TANH);
        bench.require(
                bent > 1e-2,
                "with a hidden layer of 6 tanh units the logits still lie on a plane: is the activation applied?");
        bench.require(
                curvature(bench, List.of(6), ActivationKind.LINEAR) < 1e-2,
                "with the linear activation the logits must be linear in the inputs, and they are not: use "
                        + "config.activation(), and put no activation after the last layer.");
        bench.require(
                curvature(bench, List.of(), ActivationKind.TANH) < 1e-2,
                "without hidden layers the logits must be linear in the inputs, and they are not: the "
                        + "last layer has no "
                        + "activation.");
        bench.require(
                planarity(bench, List.of(1)) < 1e-2,
                "with one hidden unit all logits must move together, and they do not: use the sizes in "
                        + "config.hidden().");
        bench.require(
                planarity(bench, List.of(6, 1)) < 1e-2,
                "with hidden layers of 6 and 1 units all logits must move together, and they do not: use all sizes in "
                        + "config.hidden().");
    }

    static void recipe(Bench bench) {
        MlpConfig config = MlpTrial.config(bench, 2, List.of(5), 3, 2);
        DoubleTensor start = untrained(bench, config);
        DoubleTensor end = trained(bench, config);
        bench.require(
                distance(start, end) > SAME, "training changes nothing: the probabilities stay as they were before.");
        bench.require(
                distance(start, trained(bench, with(config, 0, config.batchSize(), 2))) < SAME,
                "at learning rate 0 training still changes the network: pass config.learningRate() to the optimizer.");
        bench.require(
                distance(start, trained(bench, with(config, config.learningRate(), config.batchSize(), 0))) < SAME,
                "with 0 epochs training still changes the network: make config.epochs() passes over the data.");
        bench.require(
                distance(end, trained(bench, with(config, config.learningRate(), config.batchSize(), 3))) > SAME,
                "a third epoch changes nothing: make config.epochs() passes over the data.");
        bench.require(
                distance(end, trained(bench, with(config, config.learningRate(), 25, 2))) > SAME,
                "the batch size changes nothing: make a step after every config.batchSize() samples.");
    }

    /** Returns how far the log-odds half-way between two points are from the mean of those at the points. */
    private static double curvature(Bench bench, List<Integer> hidden, ActivationKind activation) {
        Tensor points = Tensor.zeros(3 * POINTS, 2);
        Tensor ends = bench.gaussians("ends", 2 * POINTS, 2);
        for (int i = 0; i < POINTS; i++) {
            for (int axis = 0; axis < 2; axis++) {
                float from = 2 * ends.at(2 * i, axis);
                float to = 2 * ends.at(2 * i + 1, axis);
                points.data()[6 * i + axis] = from;
                points.data()[6 * i + 2 + axis] = to;
                points.data()[6 * i + 4 + axis] = (from + to) / 2;
            }
        }
        MlpConfig config = withActivation(MlpTrial.config(bench, 2, hidden, 3, 1), activation);
        DoubleTensor p = MlpTrial.untrained(bench, config).probabilities(points);
        double most = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int k = 1; k < 3; k++) {
                double mean = (logOdds(p, 3 * i, k) + logOdds(p, 3 * i + 1, k)) / 2;
                most = Math.max(most, Math.abs(logOdds(p, 3 * i + 2, k) - mean));
            }
        }
        return most;
    }

    /** Returns how far the two log-odds of three classes are from moving along one line; 0 if they do. */
    private static double planarity(Bench bench, List<Integer> hidden) {
        MlpConfig config = MlpTrial.config(bench, 2, hidden, 3, 1);
        DoubleTensor p = MlpTrial.untrained(bench, config).probabilities(bench.gaussians("points", POINTS, 2));
        double most = 0;
        double scale = 1e-4;
        for (int n = 1; n < POINTS; n++) {
            for (int m = 1; m < POINTS; m++) {
                double one = (logOdds(p, n, 1) - logOdds(p, 0, 1)) * (logOdds(p, m, 2) - logOdds(p, 0, 2));
                double other = (logOdds(p, m, 1) - logOdds(p, 0, 1)) * (logOdds(p, n, 2) - logOdds(p, 0, 2));
                most = Math.max(most, Math.abs(one - other));
                scale = Math.max(scale, Math.abs(one));
            }
        }
        return most / scale;
    }

    static double logOdds(DoubleTensor p, int n, int k) {
        return StrictMath.log(Math.max(1e-30, p.at(n, k))) - StrictMath.log(Math.max(1e-30, p.at(n, 0)));
    }

    private static DoubleTensor untrained(Bench bench, MlpConfig config) {
        return MlpTrial.untrained(bench, config).probabilities(bench.gaussians("asked", 12, 2));
    }

    private static DoubleTensor trained(Bench bench, MlpConfig config) {
        Samples training = Samples.blobs(bench, "training", 50);
        return new MlpTrial(bench, config, training, 1).probabilities(bench.gaussians("asked", 12, 2));
    }

    private static double distance(DoubleTensor one, DoubleTensor other) {
        return one.with(other, (a, b) -> a - b).maximumNorm();
    }

    static MlpConfig with(MlpConfig config, double learningRate, int batchSize, int epochs) {
        return new MlpConfig(
                config.inputs(),
                config.hidden(),
                config.classes(),
                config.activation(),
                learningRate,
                batchSize,
                epochs,
                config.seed());
    }

    private static MlpConfig withSeed(MlpConfig config, Seed seed) {
        return new MlpConfig(
                config.inputs(),
                config.hidden(),
                config.classes(),
                config.activation(),
                config.learningRate(),
                config.batchSize(),
                config.epochs(),
                seed);
    }

    static MlpConfig withActivation(MlpConfig config, ActivationKind activation) {
        return new MlpConfig(
                config.inputs(),
                config.hidden(),
                config.classes(),
                activation,
                config.learningRate(),
                config.batchSize(),
                config.epochs(),
                config.seed());
    }
}
