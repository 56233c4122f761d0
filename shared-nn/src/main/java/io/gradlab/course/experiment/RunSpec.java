package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/**
 * What an experiment decides about one training.
 *
 * @param experiment the experiment's name
 * @param options what the run's numbers depend on, by option name, in the order in which they are shown; a run is resumed
 *     with the same ones only
 * @param network untrained
 * @param data the data's name for people and {@code summary.json}
 * @param training the training samples
 * @param validation the samples by which the best epoch is chosen
 * @param test the samples of the final figures
 * @param snapshots epochs after which the model is kept and the test accuracy is taken
 * @param out the run's folder
 * @param resume whether to go on from the folder's checkpoint
 */
public record RunSpec(
        String experiment,
        SequencedMap<String, String> options,
        Layer network,
        Loss loss,
        Optimizer optimizer,
        TrainingPlan plan,
        String data,
        Dataset training,
        Dataset validation,
        Dataset test,
        List<Integer> snapshots,
        Path out,
        boolean resume) {

    /** Returns how many numbers training changes. */
    public long parameters() {
        return network.parameters().stream()
                .mapToLong(parameter -> parameter.value().size())
                .sum();
    }
}
