package io.gradlab.course.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A run's options as a command line takes them: a switch stands there or not, an option stands before its value. */
final class TrainArguments {
    private TrainArguments() {}

    /** Returns the arguments; those that the experiment does not take are left out. */
    static List<String> of(Map<String, String> options, CommandLine experiment) {
        List<String> arguments = new ArrayList<>();
        options.forEach((name, value) -> {
            OptionSpec option = experiment.getCommandSpec().findOption(name);
            if (option != null && option.arity().max() == 0) {
                if (Boolean.parseBoolean(value)) {
                    arguments.add(name);
                }
            } else if (option != null) {
                arguments.add(name + "=" + value);
            }
        });
        return arguments;
    }
}
