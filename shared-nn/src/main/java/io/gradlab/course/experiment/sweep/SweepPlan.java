package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.DryRun;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What is to be trained.
 *
 * @param experiment its name
 * @param others the experiment's further options, as they are typed
 * @param proxyEpochs of the short run beside each, 0 for none
 */
public record SweepPlan(String experiment, Grid grid, List<String> others, Path out, boolean resume, int proxyEpochs) {
    private static final List<String> KEPT = List.of("--out", "--resume"); // the sweep's own

    /**
     * Asks the experiment about every point, so that a mistake shows before hours of training.
     *
     * @throws UserError if there is no such experiment or option, or a value is refused
     * @throws picocli.CommandLine.ParameterException if a value is of another kind than the option's
     */
    void check() {
        CommandLine command = TrainCommand.create().getSubcommands().get(experiment);
        if (command == null) {
            throw new UserError("sweep " + experiment + ": there is no such experiment; `./gradlab experiments` lists"
                    + " those that are there");
        }
        for (Axis axis : grid.axes()) {
            if (command.getCommandSpec().findOption(axis.option()) == null || KEPT.contains(axis.option())) {
                throw new UserError("--grid " + axis.name() + "=…: " + experiment
                        + " has no such option to try; `./gradlab train " + experiment + " --help` shows all");
            }
            if (others.stream().anyMatch(word -> isOption(word, axis.option()))) {
                throw new UserError(axis.option() + " is on the grid already; leave it out of the other options");
            }
        }
        if (proxyEpochs > 0 && grid.axes().stream().anyMatch(axis -> axis.name().equals("epochs"))) {
            throw new UserError("--proxy-epochs and a grid of epochs: leave one of them out");
        }
        grid.points().forEach(this::options);
    }

    /** Returns what the numbers of a point's run depend on. */
    SequencedMap<String, String> options(Point point) {
        return spec(arguments(point, folder(point), false)).options();
    }

    /** Returns what the numbers of a point's short run depend on. */
    SequencedMap<String, String> shortOptions(Point point) {
        return spec(shortArguments(point, shortFolder(point), false)).options();
    }

    private RunSpec spec(List<String> arguments) {
        try {
            return DryRun.of(TrainCommand.create().setCommandName("gradlab train"), arguments);
        } catch (DryRun.TrainsNothing e) {
            throw new UserError("sweep " + experiment + ": " + e.getMessage() + "; choose another experiment", e);
        }
    }

    Path folder(Point point) {
        return out.resolve(point.folder());
    }

    Path shortFolder(Point point) {
        return out.resolve("proxy").resolve(point.folder());
    }

    /** Returns what stands after {@code train} for a point. */
    List<String> arguments(Point point, Path folder, boolean goOn) {
        List<String> arguments = new ArrayList<>(List.of(experiment));
        arguments.addAll(others);
        addPoint(arguments, point, folder, goOn);
        return arguments;
    }

    List<String> shortArguments(Point point, Path folder, boolean goOn) {
        List<String> arguments = new ArrayList<>(List.of(experiment));
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).equals("--epochs")) {
                i++; // its value
            } else if (!isOption(others.get(i), "--epochs")) {
                arguments.add(others.get(i));
            }
        }
        arguments.add("--epochs=" + proxyEpochs);
        addPoint(arguments, point, folder, goOn);
        return arguments;
    }

    private void addPoint(List<String> arguments, Point point, Path folder, boolean goOn) {
        CommandLine command = TrainCommand.create().getSubcommands().get(experiment);
        for (Axis axis : grid.axes()) {
            OptionSpec option = command.getCommandSpec().findOption(axis.option());
            String value = point.value(axis);
            if (option.arity().max() > 0) {
                arguments.add(axis.option() + "=" + value);
            } else if (value.equals("true")) {
                arguments.add(axis.option());
            } else if (!value.equals("false")) {
                throw new UserError("--grid " + axis.name() + "=" + value + ": a switch takes true or false");
            }
        }
        arguments.add("--out=" + folder);
        if (goOn) {
            arguments.add("--resume");
        }
    }

    private static boolean isOption(String word, String option) {
        return word.equals(option) || word.startsWith(option + "=");
    }
}
