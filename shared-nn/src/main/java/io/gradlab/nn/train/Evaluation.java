package io.gradlab.nn.train;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.Rows;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.tensor.Tensor;

/**
 * What a network makes of a data set, in evaluation mode.
 *
 * @param loss mean over the samples
 * @param accuracy share of the samples whose largest logit is their label's, in [0, 1]
 * @param predictions each sample's class, in the set's order
 */
public record Evaluation(double loss, double accuracy, int[] predictions) {

    /** Evaluates a network on a whole data set, in its order. */
    public static Evaluation of(Layer network, Loss loss, Dataset data, int batchSize, Transform transform) {
        int[] predictions = new int[data.size()];
        double lossSum = 0;
        int right = 0;
        int at = 0;
        try (Feed feed = new Feed(network)) {
            for (Batch read : Batches.inOrder(data, batchSize, transform)) {
                Batch batch = feed.of(read);
                Tensor logits = network.forward(batch.inputs(), Pass.evaluation());
                lossSum += loss.compute(logits, batch.targets()).value() * batch.size();
                Tensor host = logits.toHost();
                for (int n = 0; n < batch.size(); n++) {
                    predictions[at] = Rows.largest(host, n);
                    right += predictions[at++] == batch.labels()[n] ? 1 : 0;
                }
            }
        }
        return new Evaluation(lossSum / data.size(), (double) right / data.size(), predictions);
    }

    /** Returns the same with a penalty taken off the loss. */
    Evaluation without(double penalty) {
        return new Evaluation(loss - penalty, accuracy, predictions);
    }

    /** Returns the share of the samples that fall into the most frequent predicted class, in [0, 1]. */
    public double largestShare(int classes) {
        int[] counts = new int[classes];
        int most = 0;
        for (int prediction : predictions) {
            most = Math.max(most, ++counts[prediction]);
        }
        return (double) most / predictions.length;
    }
}
