package io.gradlab.lab1.student;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Task 1.11: the multi-layer perceptron, built and trained from the parts of the tasks before.
 *
 * <p>The network is a list of layers: dense, activation, dense, activation, …, dense. There is no activation after the
 * last dense layer, for its results are the logits. All parts come from the {@link Lab1} that the constructor is given
 * ({@code parts.dense(...)}, {@code parts.activation(...)}, …), so your network also runs on the engine's parts.
 */
public final class Mlp implements Classifier {
    private final MlpConfig config;
    private final Lab1 parts;
    private final List<Layer> layers; // first to last
    private final Loss loss;
    private final Optimizer optimizer;
    private int epoch; // counts on from fit to fit, so that every epoch has an order of its own
    private long step; // mini-batches so far

    /**
     * Creates an untrained network; {@link #build} makes its layers.
     *
     * @param parts where layers, loss and optimizer come from
     */
    public Mlp(MlpConfig config, Lab1 parts) {
        this.config = config;
        this.parts = parts;
        this.layers = build(config, parts);
        this.loss = parts.crossEntropy();
        this.optimizer = parts.sgd();
    }

    /**
     * Makes the layers: for each entry of {@code config.hidden()} a dense layer of so many units and an activation,
     * then a dense layer of {@code config.classes()} units. With no hidden layer only the last remains.
     *
     * <p>Biases start at 0. Weights come from {@code parts.initialWeight(...)}: {@code HE} where ReLU follows, else
     * {@code XAVIER}. Each layer needs a seed of its own, or layers of the same size start equal; take
     * {@code config.seed().derive("weight " + place)}.
     */
    private static List<Layer> build(MlpConfig config, Lab1 parts) {
        Initialization hidden = config.activation() == ActivationKind.RELU ? Initialization.HE : Initialization.XAVIER;
        List<Layer> layers = new ArrayList<>();
        int inputs = config.inputs();
        for (int units : config.hidden()) {
            Seed seed = config.seed().derive("weight " + layers.size());
            layers.add(parts.dense(parts.initialWeight(hidden, units, inputs, seed), Tensor.zeros(units)));
            layers.add(parts.activation(config.activation()));
            inputs = units;
        }
        int classes = config.classes();
        Seed seed = config.seed().derive("weight " + layers.size());
        Tensor weight = parts.initialWeight(Initialization.XAVIER, classes, inputs, seed);
        layers.add(parts.dense(weight, Tensor.zeros(classes)));
        layers.add(parts.activation(config.activation()));
        return layers;
    }

    /**
     * Trains for {@code config.epochs()} epochs, from where the network stands.
     *
     * <p>The mini-batches of each epoch come from {@code parts.batches(...)}. For each: copy its samples into a tensor
     * {@code [B, inputs]}, make targets {@code [B, classes]} with a 1 at each label, pass them forward through all
     * layers, compute the loss, pass its gradient backward through all layers, and let the optimizer step over all
     * parameters. Do not change {@code inputs} and {@code labels}.
     *
     * @param inputs {@code [N, inputs]}
     * @param labels one of 0 .. classes - 1 for each sample
     */
    @Override
    public void fit(Tensor inputs, int[] labels) {
        for (int pass = 0; pass < config.epochs(); pass++) {
            for (int[] samples : parts.batches(labels.length, config.batchSize(), config.seed(), epoch++)) {
                trainOnBatch(inputs, labels, samples);
            }
        }
    }

    /** Makes one step with the samples of these numbers. */
    private void trainOnBatch(Tensor inputs, int[] labels, int[] samples) {
        Tensor batch = Tensor.zeros(samples.length, config.inputs());
        Tensor targets = Tensor.zeros(samples.length, config.classes());
        for (int row = 0; row < samples.length; row++) {
            int sample = samples[row];
            for (int i = 0; i < config.inputs(); i++) {
                batch.data()[row * config.inputs() + i] = inputs.at(sample, i);
            }
            targets.data()[row * config.classes() + labels[sample]] = 1;
        }
        Tensor gradient = loss.compute(forward(batch, Pass.training(config.seed(), step++)), targets)
                .gradient();
        for (Layer layer : layers.reversed()) {
            gradient = layer.backward(gradient);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (Layer layer : layers) {
            parameters.addAll(layer.parameters());
        }
        optimizer.step(parameters, config.learningRate());
    }

    /** Passes a batch {@code [N, inputs]} through all layers and returns the logits, {@code [N, classes]}. */
    private Tensor forward(Tensor inputs, Pass pass) {
        Tensor tensor = inputs;
        for (Layer layer : layers) {
            tensor = layer.forward(tensor, pass);
        }
        return tensor;
    }

    /**
     * Returns the probability of each class, {@code [N, classes]}: the softmax of the logits of an evaluation pass,
     * {@code Pass.evaluation()}.
     *
     * @param inputs {@code [N, inputs]}
     */
    @Override
    public Tensor predictProba(Tensor inputs) {
        return parts.softmax(forward(inputs, Pass.evaluation()));
    }

    /**
     * Returns the most probable class of each sample; of equals, the smallest.
     *
     * @param inputs {@code [N, inputs]}
     */
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

    /**
     * Returns the share of samples whose prediction is their label, in [0, 1].
     *
     * @param inputs {@code [N, inputs]}
     * @param labels N of them
     */
    @Override
    public double score(Tensor inputs, int[] labels) {
        int[] predictions = predict(inputs);
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            if (predictions[n] == labels[n]) {
                right++;
            }
        }
        return (double) right / labels.length;
    }
}
