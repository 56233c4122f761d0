package io.gradlab.lab1.student;

import io.gradlab.nn.tensor.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Task 1.10: which samples are for what, and when.
 *
 * <p>Samples are known by their numbers, 0 .. samples - 1; the data themselves are not moved. A random order of the
 * numbers comes from {@code seed.stream(purpose, step).permutation(samples)}: the same seed, purpose and step give the
 * same order, any other another one.
 */
public final class Sampling {

    /**
     * Cuts a data set into three parts: one to train with, one to choose by (which epoch, which learning rate), and one
     * that is looked at once, at the end. Each sample is in exactly one part, and chance decides in which.
     *
     * @param samples how many there are
     * @param validation how many of them are for validation
     * @param test how many of them are for the test; all others are for training
     * @return the samples' numbers: training, validation, test, in this order
     */
    public List<int[]> split(int samples, int validation, int test, Seed seed) {
        int[] order = seed.stream("split").permutation(samples);
        int training = samples - validation - test;
        return List.of(
                Arrays.copyOfRange(order, 0, training),
                Arrays.copyOfRange(order, training, training + validation),
                Arrays.copyOfRange(order, training + validation, samples));
    }

    /**
     * Returns the mini-batches of an epoch: all samples once, in a random order, {@code batchSize} at a time. The last
     * batch holds what is left, which may be less. Every epoch has another order.
     *
     * @param samples how many there are
     * @param batchSize at least 1
     * @param epoch from 0 on
     * @return for each batch the numbers of its samples
     */
    public List<int[]> batches(int samples, int batchSize, Seed seed, int epoch) {
        int[] order = seed.stream("shuffle", epoch).permutation(samples);
        List<int[]> batches = new ArrayList<>();
        for (int from = 0; from + batchSize <= samples; from += batchSize) {
            int to = Math.min(samples, from + batchSize);
            batches.add(Arrays.copyOfRange(order, from, to));
        }
        return batches;
    }
}
