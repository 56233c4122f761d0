package io.gradlab.nn.train;

import io.gradlab.nn.data.Transform;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.tensor.Seed;

/**
 * How to train.
 *
 * @param epochs passes over the training data, at least 1
 * @param batchSize samples in a step, at least 1; an epoch's last batch may be smaller
 * @param schedule the learning rate
 * @param seed where the order of the samples, dropout and augmentation come from
 * @param training changes each training sample as it is read
 * @param evaluation changes each validation or test sample as it is read
 * @param patience how many epochs without a better validation accuracy end the training early; 0 for never
 */
public record TrainingPlan(
        int epochs,
        int batchSize,
        Schedule schedule,
        Seed seed,
        Transform training,
        Transform evaluation,
        int patience) {

    /** Creates a plan that goes through all epochs. */
    public TrainingPlan(
            int epochs, int batchSize, Schedule schedule, Seed seed, Transform training, Transform evaluation) {
        this(epochs, batchSize, schedule, seed, training, evaluation, 0);
    }

    /** Checks the ranges. */
    public TrainingPlan {
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Training needs at least one epoch and batches of at least one sample, but got " + epochs + " and "
                            + batchSize);
        }
        if (patience < 0) {
            throw new IllegalArgumentException("Patience is a number of epochs, 0 for no end, but got " + patience);
        }
    }
}
