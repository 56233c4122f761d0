package io.gradlab.nn.train;

/**
 * How far an epoch has got, with its running sums; mutable, because it changes with every batch.
 *
 * <p>The sums are in sample order, so an epoch that is resumed in its middle ends with the same numbers.
 */
final class EpochProgress {
    int epoch = 1; // the one under way, or to begin next
    int batch; // batches of it that are done
    long step; // optimizer steps since the beginning of training
    double lossSum; // Σ loss · samples
    int right;
    int samples;
    double seconds; // spent on the epoch in earlier runs

    void nextEpoch() {
        epoch++;
        batch = 0;
        lossSum = 0;
        right = 0;
        samples = 0;
        seconds = 0;
    }
}
