package io.gradlab.lab2.student;

import io.gradlab.course.ModeVerdict;
import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.15: reading reports about convolutional networks as a referee does. Each method takes numbers from a report, or
 * from its code, and gives a verdict. Every one of these mistakes was printed in a report.
 */
public final class Referee {

    /**
     * Finds the nearest neighbours of a sample by Euclidean distance. The sample itself is its own nearest, at distance
     * 0, and does not count; the list begins with the nearest of the others.
     *
     * @param embeddings one row for each sample, {@code [N, D]}; do not change it
     * @param count how many to find, at most N - 1
     * @return their row numbers, the nearest first
     */
    public int[] neighbours(Tensor embeddings, int sample, int count) {
        throw new NotImplemented("2.15");
    }

    /** Computes the sum of the squared differences of two rows; distances are in the same order as their squares. */
    private static double squaredDistance(Tensor rows, int one, int other) {
        throw new NotImplemented("2.15");
    }

    /**
     * Says whether an L2 penalty has reached the weights, from one step of plain gradient descent: is {@code after}
     * nearer to {@code before - η (g + λ · before)} than to {@code before - η g}? (Nearer: the sum of the squared
     * differences is smaller.) Neither will fit to the last digit, for reports round.
     *
     * @param before the weights before the step, of any shape
     * @param after the weights after it
     * @param lossGradient g, the gradient of the loss without its penalty
     */
    public boolean penaltyTrains(Tensor before, Tensor after, Tensor lossGradient, double learningRate, double lambda) {
        throw new NotImplemented("2.15");
    }

    /** Given. */
    private static double square(double x) {
        return x * x;
    }

    /**
     * Finds the first wrong size among those that a report's code claims in comments. No layer has padding, and windows
     * that do not fit are dropped (task 2.1).
     *
     * @param size height and width of the images
     * @param kernels the window of each layer, convolution or pool
     * @param strides of each layer
     * @param claimed the size claimed after each layer
     * @return the place of the first wrong claim, from 0 on; -1 if all are right
     */
    public int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed) {
        throw new NotImplemented("2.15");
    }

    /**
     * Counts the samples that a loop sees which goes through all batches, but looks at the first {@code perBatch} of
     * each only. The last batch holds what is left and may be smaller.
     */
    public int samplesCounted(int samples, int batchSize, int perBatch) {
        throw new NotImplemented("2.15");
    }

    /**
     * Says whether the accuracy of those samples can differ by chance as much as it does from the accuracy a of all:
     * {@code |counted - all| ≤ 1.96 √(a (1 - a) / n · (1 - n / samples))}, n as {@link #samplesCounted} has it. The last
     * factor is there because the n are some of the samples, and not new ones: with all of them counted nothing is left
     * to chance.
     *
     * @param all the accuracy of all samples, in [0, 1]
     * @param counted the accuracy of those that the loop sees, in [0, 1]
     */
    public boolean mayAgree(double all, double counted, int samples, int batchSize, int perBatch) {
        throw new NotImplemented("2.15");
    }

    /**
     * Returns the least cross-entropy of a network that ends in a softmax, under a loss that applies softmax again. The
     * loss then takes probabilities for logits: at best 1 for the right class and 0 for the K - 1 others.
     *
     * @param classes K
     */
    public double doubleSoftmaxFloor(int classes) {
        throw new NotImplemented("2.15");
    }

    /**
     * Says in which mode a network was validated, as {@link ModeVerdict} has it: it got the same batch twice. In
     * evaluation mode equal inputs give equal outputs, and validation leaves no trace.
     *
     * @param once the outputs for the batch
     * @param again the outputs for the same batch a second time
     * @param before batch norm's running statistics before these two passes
     * @param after the same statistics after them
     */
    public ModeVerdict judgeMode(Tensor once, Tensor again, Tensor before, Tensor after) {
        throw new NotImplemented("2.15");
    }
}
