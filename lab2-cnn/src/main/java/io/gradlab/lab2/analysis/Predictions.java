package io.gradlab.lab2.analysis;

import io.gradlab.course.experiment.RunSpec;
import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Tensor;

/**
 * What a network makes of its test set, in evaluation mode.
 *
 * @param labels each sample's class
 * @param classes each sample's predicted class, the first of equals
 * @param probabilities [sample][class], the softmax of the logits
 */
record Predictions(int[] labels, int[] classes, float[][] probabilities) {
    private static final int BATCH = 250;

    static Predictions of(RunSpec spec) {
        Dataset test = spec.test();
        float[][] probabilities = new float[test.size()][];
        int[] labels = new int[test.size()];
        int[] classes = new int[test.size()];
        int at = 0;
        for (Batch batch : Batches.inOrder(test, BATCH, spec.plan().evaluation())) {
            Tensor logits =
                    spec.network().forward(batch.inputs(), Pass.evaluation()).toHost();
            for (int row = 0; row < batch.size(); row++, at++) {
                labels[at] = batch.labels()[row];
                probabilities[at] = softmax(logits, row);
                classes[at] = largest(logits, row);
            }
        }
        return new Predictions(labels, classes, probabilities);
    }

    boolean isRight(int sample) {
        return labels[sample] == classes[sample];
    }

    /** Returns the probability of the predicted class, in [0, 1]. */
    float sureness(int sample) {
        return probabilities[sample][classes[sample]];
    }

    private static int largest(Tensor logits, int row) {
        int best = 0;
        for (int k = 1; k < logits.dim(1); k++) {
            best = logits.at(row, k) > logits.at(row, best) ? k : best;
        }
        return best;
    }

    private static float[] softmax(Tensor logits, int row) {
        float largest = logits.at(row, largest(logits, row));
        float[] shares = new float[logits.dim(1)];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (float) StrictMath.exp(logits.at(row, k) - largest);
            sum += shares[k];
        }
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= (float) sum;
        }
        return shares;
    }
}
