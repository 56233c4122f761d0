package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.sweep.Axis;
import io.gradlab.course.experiment.sweep.Grid;
import io.gradlab.course.experiment.sweep.Sweep;
import io.gradlab.course.experiment.sweep.SweepPlan;
import io.gradlab.lab2.analysis.SubsetCurve;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Report B: its best network on 1/16 to all of MNIST's training images, one run each, and the power law that loss and error
 * follow.
 *
 * <p>Published test losses: 0.060229, 0.037765, 0.030815, 0.024652, 0.020920; least squares give the slope -0.367.
 */
@Command(
        name = "mnist-subsets",
        description = {
            "Train mnist-cnn on 1/16, 1/8, 1/4, 1/2 and all of MNIST, and fit power laws (report B).",
            "Further options are mnist-cnn's: `./gradlab train mnist-cnn --help`."
        })
public final class MnistSubsets implements Experiment {
    private static final int STOPPED = 130;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seeds",
            paramLabel = "S",
            split = ",",
            description = "Several seeds, with commas: each size is trained with each. Default: 1.")
    private List<String> seeds = List.of("1");

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: out/mnist-subsets.")
    private Path out = Path.of("out", "mnist-subsets");

    @Option(names = "--resume", description = "Go on: finished runs stay, a stopped one goes on from its checkpoint.")
    private boolean resume;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public String name() {
        return "mnist-subsets";
    }

    @Override
    public String lab() {
        return "lab2";
    }

    @Override
    public String summary() {
        return "report B: the best CNN on 1/16 to all of MNIST, and the power law";
    }

    @Override
    public Integer call() {
        Axis fractions = new Axis(
                "fraction",
                Arrays.stream(Fraction.values()).map(Fraction::toString).toList());
        Grid grid = new Grid(List.of(fractions, new Axis("seed", seeds)));
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        String again = "the same command" + (resume ? "" : " and --resume");
        Optional<List<PastRun>> runs =
                Sweep.run(new SweepPlan("mnist-cnn", grid, others, out, resume, 0), terminal, again);
        if (runs.isEmpty()) {
            return STOPPED;
        }
        try {
            SubsetCurve.write(out, runs.get()).forEach(terminal.out()::println);
        } catch (IOException e) {
            throw new UserError(FileProblem.of(e), e);
        }
        terminal.out().println("All files: " + out);
        terminal.out().flush();
        return 0;
    }
}
