package io.gradlab.lab1.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab1.model.FirstWeights;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that the two MLP experiments have in common. */
final class MlpOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final TrainOptions common = new TrainOptions();

    @Option(
            names = "--activation",
            paramLabel = "KIND",
            converter = ActivationChoice.Converter.class,
            description =
                    "After each hidden layer: sigmoid, tanh, relu (default) or linear; several with commas, or all:"
                            + " one run each, in a folder of its own in --out.")
    private ActivationChoice activations = new ActivationChoice(List.of(ActivationKind.RELU));

    @Option(
            names = "--init",
            paramLabel = "HOW",
            converter = FirstWeightsConverter.class,
            description =
                    "Initial weights: zero, normal (deviation 0.1), xavier, he, or a number, the deviation of normal"
                            + " ones. Default: xavier; for relu he, or 0.05 in fashion-mlp's plain recipe.")
    private @Nullable FirstWeights firstWeights;

    @Option(
            names = "--seeds",
            paramLabel = "S",
            split = ",",
            description = "Instead of --seed: several, with commas; one run each, in a folder of its own in --out.")
    private List<Long> seeds = List.of();

    TrainOptions common() {
        return common;
    }

    /** Returns the runs that the options ask for, by activation, then by seed. */
    List<MlpRun> runs(
            String experiment, MlpRecipe recipe, int epochs, Function<ActivationKind, FirstWeights> usualWeights) {
        if (!seeds.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--seed")) {
            throw new UserError("--seed and --seeds: give one of them");
        }
        List<Seed> all = seeds.isEmpty()
                ? List.of(common.seed())
                : seeds.stream().distinct().map(Seed::new).toList();
        Path out = common.out(experiment);
        boolean single = all.size() == 1 && activations.kinds().size() == 1;
        List<MlpRun> runs = new ArrayList<>();
        for (ActivationKind activation : activations.kinds()) {
            for (Seed seed : all) {
                runs.add(new MlpRun(
                        recipe,
                        activation,
                        firstWeights == null ? usualWeights.apply(activation) : firstWeights,
                        common.learningRate(recipe.learningRate(activation)),
                        common.epochs(epochs),
                        common.batch(recipe.batch()),
                        seed,
                        single ? out : out.resolve(name(recipe, activation, seed))));
            }
        }
        return runs;
    }

    /** Returns a folder's name: what distinguishes the run from others of the same report. */
    private String name(MlpRecipe recipe, ActivationKind activation, Seed seed) {
        StringBuilder name = new StringBuilder(activation.label()).append('-').append(recipe.label());
        if (firstWeights != null) {
            name.append("-init-").append(firstWeights.label());
        }
        if (common.hasLearningRate()) {
            name.append("-lr-").append(common.learningRate(0));
        }
        return name.append("-seed-").append(seed.value()).toString();
    }
}
