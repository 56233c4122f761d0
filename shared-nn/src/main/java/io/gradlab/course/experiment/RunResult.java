package io.gradlab.course.experiment;

import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.train.Evaluation;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.TrainingEnd;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run brought.
 *
 * @param end how it ended
 * @param test the best model on the test set; empty unless the run finished
 * @param confusion of the same predictions
 * @param finalTestAccuracy of the last epoch's model, in [0, 1]; NaN unless the run finished
 * @param testAccuracyAt the test accuracy after the snapshots' epochs, in [0, 1]
 * @param bestEpoch the epoch of the best model
 */
public record RunResult(
        Path folder,
        TrainingEnd end,
        History history,
        Optional<Evaluation> test,
        Optional<ConfusionMatrix> confusion,
        double finalTestAccuracy,
        Map<Integer, Double> testAccuracyAt,
        int bestEpoch) {

    /** Returns the command's exit code: 0 finished, 1 diverged, 130 stopped by Ctrl-C. */
    public int exitCode() {
        return switch (end) {
            case TrainingEnd.Finished() -> 0;
            case TrainingEnd.Diverged(var why) -> 1;
            case TrainingEnd.Stopped() -> 130;
        };
    }
}
