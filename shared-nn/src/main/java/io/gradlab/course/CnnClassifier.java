package io.gradlab.course;

import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A convolutional network of a lab's parts, trained by mini-batches; its shapes follow from the images it is given. */
public final class CnnClassifier implements Classifier {
    private static final int CHUNK = 250; // images in a forward pass of predictProba

    private final CnnConfig config;
    private final Lab2 parts;
    private final Optimizer optimizer;
    private @Nullable Sequential network; // made for the first images
    private int epoch; // counts on from fit to fit, so that each epoch has an order of its own
    private long step;

    /** Creates an untrained network. */
    public CnnClassifier(CnnConfig config, Lab2 parts) {
        this.config = config;
        this.parts = parts;
        this.optimizer = switch (config.optimizer()) {
            case ADAM -> parts.adam();
            case SGD -> parts.penalizedSgd(0);
        };
    }

    @Override
    public void fit(Tensor inputs, int[] labels) {
        for (int pass = 0; pass < config.epochs(); pass++) {
            int[] order = config.seed().stream("shuffle", epoch++).permutation(labels.length);
            for (int from = 0; from < order.length; from += config.batchSize()) {
                int to = Math.min(order.length, from + config.batchSize());
                trainOn(inputs, labels, Arrays.copyOfRange(order, from, to));
            }
        }
    }

    @Override
    public Tensor predictProba(Tensor inputs) {
        Sequential made = network(inputs);
        int samples = inputs.dim(0);
        Tensor probabilities = Tensor.zeros(made.outputShape(inputs.shape()));
        int classes = probabilities.dim(1);
        for (int from = 0; from < samples; from += CHUNK) {
            int[] rows = range(from, Math.min(samples, from + CHUNK));
            float[] logits = made.forward(rows(inputs, rows), Pass.evaluation()).data();
            for (int i = 0; i < rows.length; i++) {
                softmax(logits, i * classes, probabilities.data(), rows[i] * classes, classes);
            }
        }
        return probabilities;
    }

    @Override
    public int[] predict(Tensor inputs) {
        Tensor probabilities = predictProba(inputs);
        int[] predictions = new int[probabilities.dim(0)];
        for (int n = 0; n < predictions.length; n++) {
            for (int k = 1; k < probabilities.dim(1); k++) {
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

    private void trainOn(Tensor inputs, int[] labels, int[] samples) {
        Sequential made = network(inputs);
        Tensor logits = made.forward(rows(inputs, samples), Pass.training(config.seed(), step++));
        Tensor targets = Tensor.zeros(logits.shape());
        for (int row = 0; row < samples.length; row++) {
            targets.data()[row * logits.dim(1) + labels[samples[row]]] = 1;
        }
        made.backwardParameters(new CrossEntropy().compute(logits, targets).gradient());
        optimizer.step(made.parameters(), config.learningRate());
    }

    private Sequential network(Tensor inputs) {
        Sequential made = network;
        if (made == null) {
            made = PartsNetwork.of(config, inputs.shape().withoutFirst(), parts);
            network = made;
        }
        return made;
    }

    private static void softmax(float[] logits, int from, float[] target, int to, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < classes; k++) {
            largest = Math.max(largest, logits[from + k]);
        }
        double sum = 0;
        for (int k = 0; k < classes; k++) {
            sum += StrictMath.exp(logits[from + k] - largest);
        }
        for (int k = 0; k < classes; k++) {
            target[to + k] = (float) (StrictMath.exp(logits[from + k] - largest) / sum);
        }
    }

    private static Tensor rows(Tensor inputs, int[] samples) {
        Shape sample = inputs.shape().withoutFirst();
        Tensor rows = Tensor.zeros(sample.prepend(samples.length));
        for (int row = 0; row < samples.length; row++) {
            System.arraycopy(
                    inputs.data(), samples[row] * sample.size(), rows.data(), row * sample.size(), sample.size());
        }
        return rows;
    }

    private static int[] range(int from, int to) {
        int[] range = new int[to - from];
        Arrays.setAll(range, i -> from + i);
        return range;
    }
}
