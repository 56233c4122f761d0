package io.gradlab.lab2.analysis;

import io.gradlab.nn.plot.LearningCurves;
import io.gradlab.nn.train.History;
import java.util.List;

/** The run's history as pictures. */
final class TrainingCurves {

    private TrainingCurves() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        History history = run.past().history();
        String model = "The other analyses look at the model of epoch "
                + run.past().bestEpoch() + ", the best on the validation set.";
        return List.of(
                new Finding.Figure("loss", LearningCurves.loss(history), model),
                new Finding.Figure("accuracy", LearningCurves.accuracy(history), model));
    }
}
