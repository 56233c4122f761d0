package io.gradlab.lab1.student;

import io.gradlab.course.Classifier;
import io.gradlab.course.Lab1;
import io.gradlab.course.MlpConfig;
import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
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
        throw new NotImplemented("1.11");
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
        throw new NotImplemented("1.11");
    }

    /** Makes one step with the samples of these numbers. */
    private void trainOnBatch(Tensor inputs, int[] labels, int[] samples) {
        throw new NotImplemented("1.11");
    }

    /** Passes a batch {@code [N, inputs]} through all layers and returns the logits, {@code [N, classes]}. */
    private Tensor forward(Tensor inputs, Pass pass) {
        throw new NotImplemented("1.11");
    }

    /**
     * Returns the probability of each class, {@code [N, classes]}: the softmax of the logits of an evaluation pass,
     * {@code Pass.evaluation()}.
     *
     * @param inputs {@code [N, inputs]}
     */
    @Override
    public Tensor predictProba(Tensor inputs) {
        throw new NotImplemented("1.11");
    }

    /**
     * Returns the most probable class of each sample; of equals, the smallest.
     *
     * @param inputs {@code [N, inputs]}
     */
    @Override
    public int[] predict(Tensor inputs) {
        throw new NotImplemented("1.11");
    }

    /**
     * Returns the share of samples whose prediction is their label, in [0, 1].
     *
     * @param inputs {@code [N, inputs]}
     * @param labels N of them
     */
    @Override
    public double score(Tensor inputs, int[] labels) {
        throw new NotImplemented("1.11");
    }
}
