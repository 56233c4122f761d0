package io.gradlab.nn.train;

/** Is told how training goes on; progress bars, files and live pictures are listeners. */
public interface TrainingListener {

    /** Does nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * A batch was trained on.
     *
     * @param epoch 1 for the first
     * @param batch 1 for the epoch's first
     * @param batches how many an epoch has
     * @param samples in the batch
     * @param runningLoss mean over the epoch so far
     */
    default void batchEnded(int epoch, int batch, int batches, int samples, double runningLoss) {}

    /** An epoch ended and was added to the trainer's history. */
    default void epochEnded(Trainer trainer, History.Epoch epoch) {}

    /** Something worth a line happened that does not end training. */
    default void note(String text) {}
}
