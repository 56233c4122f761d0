package io.gradlab.grader.lab1;

import io.gradlab.course.MlpConfig;
import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** One training of a student's perceptron on the engine's parts, and what it says about some inputs afterwards. */
record MlpTrial(Bench bench, MlpConfig config, Samples training, int fits) {

    /** Creates a trial without training. */
    static MlpTrial untrained(Bench bench, MlpConfig config) {
        return new MlpTrial(bench, config, new Samples(Tensor.zeros(1, config.inputs()), new int[1]), 0);
    }

    /** Returns a modest configuration: tanh, batches of 10, learning rate 0.1. */
    static MlpConfig config(Bench bench, int inputs, List<Integer> hidden, int classes, int epochs) {
        Seed seed = bench.seed().derive("network");
        return new MlpConfig(inputs, hidden, classes, ActivationKind.TANH, 0.1, 10, epochs, seed);
    }

    Answer ask(Tensor testInputs, int[] scoredLabels) {
        Value settings = new Value.Group(List.of(
                Value.of(config.inputs()),
                new Value.Wholes(config.hidden()),
                Value.of(config.classes()),
                Value.of(config.activation()),
                Value.of(config.learningRate()),
                Value.of(config.batchSize()),
                Value.of(config.epochs()),
                Value.of(config.seed().value())));
        return bench.ask(new Probe.OfClassifier(
                "mlp",
                List.of(settings, Value.Parts.CORE),
                training.inputs(),
                training.labels(),
                fits,
                testInputs,
                scoredLabels));
    }

    Answer ask(Tensor testInputs) {
        return ask(testInputs, new int[testInputs.dim(0)]);
    }

    /** Returns the probabilities, after a look whether they are any. */
    DoubleTensor probabilities(Tensor testInputs) {
        DoubleTensor p = bench.tensor(ask(testInputs), "probabilities");
        int samples = testInputs.dim(0);
        String shape = "[" + samples + ", " + config.classes() + "]";
        bench.require(
                p.shape().toString().equals(shape),
                "predictProba of " + samples + " samples returns a tensor " + p.shape() + ", expected " + shape + ".");
        for (int n = 0; n < samples; n++) {
            double sum = 0;
            for (int k = 0; k < config.classes(); k++) {
                bench.require(
                        p.at(n, k) >= 0 && Double.isFinite(p.at(n, k)),
                        "predictProba gives " + p.at(n, k) + " for sample " + n + (fits > 0 ? " after training" : "")
                                + "; a probability lies in [0, 1].");
                sum += p.at(n, k);
            }
            bench.require(
                    Math.abs(sum - 1) < 1e-4,
                    "the probabilities of sample " + n + " sum to " + (float) sum
                            + ", not to 1: predictProba returns the softmax of the logits.");
        }
        return p;
    }
}
