package io.gradlab.course.experiment.sweep;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code gradlab sweep NAME --grid lr=1e-4,1e-3}: trains with every combination, and compares. */
@Command(
        name = "sweep",
        description = {
            "Train an experiment with every combination of some options' values; each run gets a folder of its own in"
                    + " --out, beside a table and a picture of all.",
            "Further options are the experiment's own: `./gradlab train EXPERIMENT --help`."
        },
        footer = {
            "",
            "For example: ./gradlab sweep mnist-cnn --grid dropout=0.1,0.25,0.5 lr=1e-4,1e-3 --fraction 1/16",
            "A value of seed repeats a point; tables then show means and deviations. A switch takes true or false."
        })
final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "What to train; see `./gradlab experiments`.")
    private String experiment = "";

    @Option(
            names = "--grid",
            paramLabel = "OPTION=VALUES",
            arity = "1..*",
            required = true,
            description = "Options without their dashes, each with its values between commas.")
    private List<String> grid = List.of(); // and the experiment's options that stand right behind

    @Option(
            names = "--proxy-epochs",
            paramLabel = "N",
            description = "Train every point for N epochs as well, and say whether that puts them into the same order.")
    private int proxyEpochs;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: out/sweep-EXPERIMENT.")
    private @Nullable Path out;

    @Option(names = "--resume", description = "Go on: finished points stay, a stopped one goes on from its checkpoint.")
    private boolean resume;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public Integer call() {
        if (proxyEpochs < 0) {
            throw new UserError("--proxy-epochs " + proxyEpochs + ": give a number of at least 1");
        }
        Path folder = out != null ? out : Path.of("out", "sweep-" + experiment);
        SweepPlan plan = new SweepPlan(experiment, Grid.parse(axes()), others(), folder, resume, proxyEpochs);
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Optional<List<Outcome>> outcomes = Sweep.execute(plan, terminal, again());
        if (outcomes.isEmpty()) {
            return 130;
        }
        SweepReport report = new SweepReport(plan, outcomes.get());
        terminal.out().print(report.text());
        report.writePicture().ifPresent(terminal.out()::println);
        terminal.out().println("All files: " + folder);
        terminal.out().flush();
        return 0;
    }

    private List<String> axes() {
        return grid.stream().takeWhile(word -> !word.startsWith("-")).toList();
    }

    private List<String> others() {
        List<String> all = new ArrayList<>(grid.subList(axes().size(), grid.size()));
        all.addAll(others);
        return all;
    }

    private String again() {
        List<String> words =
                spec.commandLine().getParseResult().originalArgs().stream().toList();
        return "./gradlab " + String.join(" ", words) + (resume ? "" : " --resume");
    }
}
