package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.train.ModelState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * What a past run was made of, its network with the kept model: its experiment is asked again with the options that its
 * summary holds ({@link DryRun}), but with the engine's layers, whoever's have trained it. So whatever a run's numbers depend on
 * has to be an option that the experiment takes.
 */
public final class RebuiltSpec {
    private static final Set<String> WHOSE = Set.of("--with", "--mine");

    private RebuiltSpec() {}

    /**
     * Returns the specification with the run's best model in its network.
     *
     * @param data the folder of the data sets; empty for the usual one
     * @throws UserError if the experiment is not there any more, takes other options now, or the model is another one's
     */
    public static RunSpec of(PastRun run, Optional<Path> data) {
        CommandLine train = TrainCommand.create();
        CommandLine command = train.getSubcommands().get(run.experiment());
        if (command == null) {
            throw new UserError("The run in " + run.folder() + " is of an experiment \"" + run.experiment()
                    + "\" that is not there; `./gradlab experiments` lists those that are");
        }
        if (run.divergence().isPresent()) {
            throw new UserError("The run in " + run.folder() + " diverged and has no model; choose one that finished");
        }
        RunSpec spec = ask(run, train, arguments(run, command, data));
        Path model = new RunFolder(run.folder()).model();
        try {
            ModelState.load(spec.network(), Safetensors.read(model).tensors());
        } catch (IllegalArgumentException e) {
            throw new UserError(model + ": " + e.getMessage(), e);
        }
        return spec;
    }

    private static RunSpec ask(PastRun run, CommandLine train, List<String> arguments) {
        try {
            return checked(run, DryRun.of(train, arguments));
        } catch (ParameterException e) {
            throw otherGradLab(run, e.getMessage());
        } catch (DryRun.TrainsNothing e) {
            throw otherGradLab(run, String.valueOf(e.getMessage()));
        }
    }

    private static RunSpec checked(PastRun run, RunSpec spec) {
        for (Map.Entry<String, String> then : run.options().entrySet()) {
            String now = spec.options().get(then.getKey());
            if (!WHOSE.contains(then.getKey()) && !then.getValue().equals(now)) {
                throw otherGradLab(run, then.getKey() + " was " + then.getValue() + " and would be " + now);
            }
        }
        return spec;
    }

    private static UserError otherGradLab(PastRun run, String why) {
        return new UserError("The run in " + run.folder() + " cannot be rebuilt by `train " + run.experiment() + "` ("
                + why.lines().findFirst().orElse("") + "); train it anew");
    }

    /** Returns the experiment's name and the run's options as the command line takes them. */
    private static List<String> arguments(PastRun run, CommandLine command, Optional<Path> data) {
        List<String> arguments = new ArrayList<>(List.of(run.experiment(), "--out=" + run.folder()));
        data.ifPresent(folder -> arguments.add("--data=" + folder));
        Map<String, String> options = new LinkedHashMap<>(run.options());
        options.keySet().removeAll(WHOSE);
        arguments.addAll(TrainArguments.of(options, command));
        return arguments;
    }
}
