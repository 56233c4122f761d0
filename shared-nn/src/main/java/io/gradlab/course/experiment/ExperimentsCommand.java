package io.gradlab.course.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradlab experiments}: what there is to train. */
@Command(name = "experiments", description = "List the experiments that `train` runs.")
final class ExperimentsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Experiment> experiments =
                ServiceLoader.load(Experiment.class, ExperimentsCommand.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Experiment::lab).thenComparing(Experiment::name))
                        .toList();
        var out = spec.commandLine().getOut();
        experiments.forEach(experiment ->
                out.printf("%-5s  %-18s %s%n", experiment.lab(), experiment.name(), experiment.summary()));
        out.flush();
        return 0;
    }
}
