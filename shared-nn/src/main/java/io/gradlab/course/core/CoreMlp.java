package io.gradlab.course.core;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The multi-layer perceptron on a {@link Sequential}, trained by mini-batch gradient descent. */
final class CoreMlp implements Classifier {
    private final MlpConfig config;
    private final Lab1 parts;
    private final Sequential network;
    private final Loss loss;
    private final Optimizer optimizer;
    private int epoch; // counts on from fit to fit, so that each epoch has an order of its own
    private long step;

    CoreMlp(MlpConfig config, Lab1 parts) {
        this.config = config;
        this.parts = parts;
        this.network = network(config, parts);
        this.loss = parts.crossEntropy();
        this.optimizer = parts.sgd();
    }

    @Override
    public void fit(Tensor inputs, int[] labels) {
        for (int pass = 0; pass < config.epochs(); pass++) {
            int[] order = config.seed().stream("shuffle", epoch++).permutation(labels.length);
            for (int from = 0; from < order.length; from += config.batchSize()) {
                trainOn(inputs, labels, order, from, Math.min(order.length, from + config.batchSize()));
            }
        }
    }

    @Override
    public Tensor predictProba(Tensor inputs) {
        return parts.softmax(network.forward(inputs, Pass.evaluation()));
    }

    @Override
    public int[] predict(Tensor inputs) {
        Tensor probabilities = predictProba(inputs);
        int[] predictions = new int[probabilities.dim(0)];
        for (int n = 0; n < predictions.length; n++) {
            for (int k = 1; k < config.classes(); k++) {
                if (probabilities.at(n, k) > probabilities.at(n, predictions[n])) {
                    predictions[n] = k;
                }
            }
        }
        return predictions;
    }

    @Override
    public double score(Tensor inputs, int[] labels) {
        int[] predictions = predict(inputs);
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            right += predictions[n] == labels[n] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private void trainOn(Tensor inputs, int[] labels, int[] order, int from, int to) {
        Tensor batch = Tensor.zeros(to - from, config.inputs());
        Tensor targets = Tensor.zeros(to - from, config.classes());
        for (int row = 0; row < to - from; row++) {
            int sample = order[from + row];
            System.arraycopy(
                    inputs.data(), sample * config.inputs(), batch.data(), row * config.inputs(), config.inputs());
            targets.data()[row * config.classes() + labels[sample]] = 1;
        }
        Tensor logits = network.forward(batch, Pass.training(config.seed(), step++));
        network.backwardParameters(loss.compute(logits, targets).gradient());
        optimizer.step(network.parameters(), config.learningRate());
    }

    private static Sequential network(MlpConfig config, Lab1 parts) {
        Initialization initialization =
                config.activation() == ActivationKind.RELU ? Initialization.HE : Initialization.XAVIER;
        List<Layer> layers = new ArrayList<>();
        int inputs = config.inputs();
        for (int units : config.hidden()) {
            layers.add(dense(config, parts, initialization, inputs, units, layers.size()));
            layers.add(parts.activation(config.activation()));
            inputs = units;
        }
        layers.add(dense(config, parts, Initialization.XAVIER, inputs, config.classes(), layers.size()));
        return new Sequential(layers);
    }

    private static Layer dense(
            MlpConfig config, Lab1 parts, Initialization initialization, int inputs, int units, int place) {
        Tensor weight = initialization.weight(Shape.of(units, inputs), config.seed().stream("weight " + place));
        return parts.dense(weight, Tensor.zeros(units));
    }
}
