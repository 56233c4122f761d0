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
 * @param recipe how it is trained, in words, for {@code summary.json}; empty if the options say all
 * @param network untrained
 * @param data what to train, choose and test with
 * @param snapshots epochs after which the model is kept and the test accuracy is taken
 * @param watch what it is looked at for besides
 * @param out the run's folder
 * @param resume whether to go on from the folder's checkpoint
 */
public record RunSpec(
        String experiment,
        SequencedMap<String, String> options,
        String recipe,
        Layer network,
        Loss loss,
        Optimizer optimizer,
        TrainingPlan plan,
        DataParts data,
        List<Integer> snapshots,
        Watch watch,
        Path out,
        boolean resume) {

    /** Creates the specification of a training without looks at a few samples. */
    public RunSpec(
            String experiment,
            SequencedMap<String, String> options,
            String recipe,
            Layer network,
            Loss loss,
            Optimizer optimizer,
            TrainingPlan plan,
            DataParts data,
            List<Integer> snapshots,
            Path out,
            boolean resume) {
        this(experiment, options, recipe, network, loss, optimizer, plan, data, snapshots, Watch.NONE, out, resume);
    }

    /** Returns how many numbers training changes. */
    public long parameters() {
        return network.parameters().stream()
                .mapToLong(parameter -> parameter.value().size())
                .sum();
    }

    /** Returns the training samples. */
    public Dataset training() {
        return data.training();
    }

    /** Returns the samples by which the best epoch is chosen. */
    public Dataset validation() {
        return data.validation();
    }

    /** Returns the samples of the final figures. */
    public Dataset test() {
        return data.test();
    }
}
