package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.course.probe.Answer;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Task 1.11, on the engine's layers, loss and optimizer: mistakes of earlier tasks cost nothing here. */
@Task(id = "1.11", title = "MLP", points = 10)
public class MlpChecks {
    private static final int TWENTY = 20;

    @Check(value = "probabilities", points = 0.75, rank = 1)
    void probabilities(Bench bench) {
        for (List<Integer> hidden : List.of(List.of(5), List.of(7, 3), List.<Integer>of())) {
            MlpTrial.untrained(bench, MlpTrial.config(bench, 4, hidden, 3, 1))
                    .probabilities(bench.gaussians("x", 6, 4));
        }
        for (int classes = 1; classes <= 2; classes++) {
            MlpTrial.untrained(bench, MlpTrial.config(bench, 4, List.of(5), classes, 1))
                    .probabilities(bench.gaussians("x", 1, 4));
        }
    }

    @Check(value = "before training", points = 0.5, rank = 2)
    void beforeTraining(Bench bench) {
        UntrainedChecks.weightsAreDrawn(bench);
        UntrainedChecks.lossIsLogOfClasses(bench);
    }

    @Check(value = "predictions", points = 0.75, rank = 3)
    void predictions(Bench bench) {
        Samples training = Samples.blobs(bench, "few", 30);
        Tensor test = bench.gaussians("x", 40, 2);
        requirePredictions(
                bench, MlpTrial.untrained(bench, MlpTrial.config(bench, 2, List.of(5), 3, 1)), Tensor.zeros(3, 2));
        MlpTrial trial = new MlpTrial(bench, MlpTrial.config(bench, 2, List.of(5), 3, 2), training, 1);
        requirePredictions(bench, trial, test);
    }

    @Check(value = "score", points = 0.5, rank = 4)
    void score(Bench bench) {
        Samples test = Samples.blobs(bench, "scored", 40);
        MlpConfig config = MlpTrial.config(bench, 2, List.of(5), 3, 1);
        Answer answer = MlpTrial.untrained(bench, config).ask(test.inputs(), test.labels());
        bench.compare("score", answer.number("score"), test.accuracy(answer.labels("predictions")), List.of());
    }

    @Check(value = "layers", points = 0.5, rank = 5)
    void usesTheLayers(Bench bench) {
        MlpConfigChecks.layers(bench);
        UntrainedChecks.weightsFitTheActivation(bench); // tells nothing before the layers are right
    }

    @Check(value = "seed", points = 0.5, rank = 6)
    void usesTheSeed(Bench bench) {
        MlpConfigChecks.seed(bench);
    }

    @Check(value = "learning rate, batch size and epochs", points = 0.5, rank = 7)
    void usesTheRecipe(Bench bench) {
        MlpConfigChecks.recipe(bench);
    }

    @Check(value = "after one step", points = 1, rank = 8)
    void afterOneStep(Bench bench) {
        OneStepChecks.check(bench);
    }

    @Check(value = "on twenty samples", points = 2, rank = 9)
    void overfitsTwentySamples(Bench bench) {
        Samples noise = Samples.noise(bench, "twenty", TWENTY, 10, 3);
        MlpTrial trial = new MlpTrial(bench, MlpTrial.config(bench, 10, List.of(32), 3, 200), noise, 1);
        trial.probabilities(noise.inputs());
        double accuracy = noise.accuracy(trial.ask(noise.inputs()).labels("predictions"));
        bench.require(
                accuracy >= 0.95,
                percent(
                        "after 200 epochs it knows %.0f %% of the very samples that it was trained on, "
                                + "expected all: do "
                                + "all layers get their gradient, and all parameters their step?",
                        accuracy));
    }

    @Check(value = "on three blobs", points = 1.5, rank = 10)
    void learnsBlobs(Bench bench) {
        Samples test = Samples.blobs(bench, "held out", 150);
        MlpConfig config = MlpTrial.config(bench, 2, List.of(8), 3, 20);
        MlpTrial trial = new MlpTrial(bench, config, Samples.blobs(bench, "training", 150), 1);
        trial.probabilities(test.inputs());
        double accuracy = test.accuracy(trial.ask(test.inputs()).labels("predictions"));
        bench.require(
                accuracy >= 0.9,
                percent(
                        "after 20 epochs it is right about %.0f %% of new samples, expected at least 90 "
                                + "%% (guessing gives "
                                + "33 %%).",
                        accuracy));
    }

    @Check(value = "fitted twice", points = 1, rank = 11)
    void fitGoesOn(Bench bench) {
        Samples training = Samples.blobs(bench, "training", 100);
        MlpConfig config = MlpTrial.config(bench, 2, List.of(8), 3, 1);
        double once = training.loss(new MlpTrial(bench, config, training, 1).probabilities(training.inputs()));
        double twice = training.loss(new MlpTrial(bench, config, training, 2).probabilities(training.inputs()));
        bench.require(
                Math.abs(once - twice) > 1e-6,
                "a second fit changes nothing: it starts anew, but should go on from where the network stands.");
        bench.require(
                twice < once,
                String.format(
                        Locale.ROOT,
                        "a second fit should go on training, but the loss went from %.3f to %.3f.",
                        once,
                        twice));
    }

    @Check(value = "only reads its training data", points = 0.5, rank = 12)
    void onlyReadsItsTrainingData(Bench bench) {
        Samples training = Samples.blobs(bench, "read only", 25);
        Tensor test = bench.gaussians("x", 4, 2);
        Answer answer = new MlpTrial(bench, MlpTrial.config(bench, 2, List.of(5), 3, 2), training, 1).ask(test);
        bench.unchanged("inputs", bench.tensor(answer, "trainingInputs"), training.inputs());
        bench.require(
                Arrays.equals(answer.labels("trainingLabels"), training.labels()),
                "fit changed the labels; shuffle an order of your own instead.");
        bench.unchanged("the inputs to predict", bench.tensor(answer, "testInputs"), test);
    }

    private static void requirePredictions(Bench bench, MlpTrial trial, Tensor test) {
        DoubleTensor p = trial.probabilities(test);
        int samples = test.dim(0);
        int[] predictions = trial.ask(test).labels("predictions");
        bench.require(
                predictions.length == samples,
                "predict of " + samples + " samples returns " + predictions.length + " predictions.");
        for (int n = 0; n < samples; n++) {
            int best = argmax(p, n);
            boolean equal =
                    predictions[n] > best && predictions[n] < p.dim(1) && p.at(n, predictions[n]) == p.at(n, best);
            bench.require(
                    predictions[n] == best,
                    "predict says class " + predictions[n] + " for sample " + n + ", but predictProba gives class "
                            + best
                            + (equal
                                    ? " the same probability; of equals, take the smallest class."
                                    : " the largest probability."));
        }
    }

    private static int argmax(DoubleTensor probabilities, int n) {
        int best = 0;
        for (int k = 1; k < probabilities.dim(1); k++) {
            best = probabilities.at(n, k) > probabilities.at(n, best) ? k : best;
        }
        return best;
    }

    private static String percent(String sentence, double share) {
        return String.format(Locale.ROOT, sentence, 100 * share);
    }
}
