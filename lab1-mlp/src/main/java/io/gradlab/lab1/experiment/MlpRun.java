package io.gradlab.lab1.experiment;

import io.gradlab.course.Lab1;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab1.model.FirstWeights;
import io.gradlab.lab1.model.MlpNetwork;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One training, with all its numbers settled.
 *
 * @param rate the learning rate that the recipe's schedule starts with
 * @param out the run's own folder
 */
record MlpRun(
        MlpRecipe recipe,
        ActivationKind activation,
        FirstWeights firstWeights,
        double rate,
        int epochs,
        int batch,
        Seed seed,
        Path out) {
    private static final List<Integer> SNAPSHOTS = List.of(50, 100);

    /** Returns what {@code Run} needs; layers, loss and, in the plain recipe, optimizer are those of the parts. */
    RunSpec spec(String experiment, Lab1 parts, DataParts data, TrainOptions common, boolean resume) {
        DataParts limited = common.limited(data);
        TrainingPlan plan = new TrainingPlan(
                epochs, batch, recipe.schedule(rate, epochs), seed, recipe.augmentation(), Transform.NONE);
        return new RunSpec(
                experiment,
                options(common, limited),
                recipe.inWords(activation),
                MlpNetwork.create(parts, activation, firstWeights, seed),
                parts.crossEntropy(),
                recipe.optimizer(parts, activation),
                plan,
                limited,
                SNAPSHOTS,
                out,
                resume);
    }

    private SequencedMap<String, String> options(TrainOptions common, DataParts data) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--with", common.with().label());
        options.put("--recipe", recipe.label());
        options.put("--activation", activation.label());
        options.put("--init", firstWeights.label());
        options.put("--lr", Double.toString(rate));
        options.put("--batch", Integer.toString(batch));
        options.put("--epochs", Integer.toString(epochs));
        options.put("--seed", Long.toString(seed.value()));
        options.put("--limit", Integer.toString(data.training().size()));
        common.addDevice(options);
        return options;
    }
}
