package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.course.experiment.sweep.Axis;
import io.gradlab.course.experiment.sweep.Grid;
import io.gradlab.course.experiment.sweep.Sweep;
import io.gradlab.course.experiment.sweep.SweepPlan;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.plot.LogChart;
import io.gradlab.nn.plot.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** The point of lab 3: pretrained against random features with few and with many images, as a table and a picture. */
@Command(
        name = "fashion-vgg-table",
        description = {
            "Train fashion-vgg-small with pretrained and with random features, on 100, 1000 and all images.",
            "Further options are fashion-vgg-small's: `./gradlab train fashion-vgg-small --help`."
        })
public final class FashionVggTable implements Experiment {
    private static final int STOPPED = 130;
    private static final List<String> FEATURES = List.of("pretrained", "random");
    private static final List<String> IMAGES = List.of("100", "1000", "all");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: out/fashion-vgg-table.")
    private Path out = Path.of("out", "fashion-vgg-table");

    @Option(names = "--resume", description = "Go on: finished runs stay, a stopped one goes on from its checkpoint.")
    private boolean resume;

    @Unmatched
    private List<String> others = new ArrayList<>();

    @Override
    public String name() {
        return "fashion-vgg-table";
    }

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public String summary() {
        return "pretrained against random features, on 100, 1,000 and all images";
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        terminal.out().println("First the features of both networks are computed; a minute or two each, once.");
        terminal.out().flush();
        Grid grid = new Grid(List.of(new Axis("features", FEATURES), new Axis("images", IMAGES)));
        String again = "the same command" + (resume ? "" : " and --resume");
        Optional<List<PastRun>> runs =
                Sweep.run(new SweepPlan("fashion-vgg-small", grid, others, out, resume, 0), terminal, again);
        if (runs.isEmpty()) {
            return STOPPED;
        }
        try {
            write(runs.get(), terminal);
        } catch (IOException e) {
            throw new UserError("The table cannot be written to " + out + ": " + FileProblem.of(e), e);
        }
        return 0;
    }

    private void write(List<PastRun> runs, Terminal terminal) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < IMAGES.size(); i++) {
            PastRun pretrained = runs.get(i);
            PastRun random = runs.get(IMAGES.size() + i);
            rows.add(List.of(
                    Integer.toString(pretrained.trainSize()),
                    percent(pretrained.testAccuracy()),
                    percent(random.testAccuracy()),
                    String.format(Locale.ROOT, "%+.2f", 100 * (pretrained.testAccuracy() - random.testAccuracy()))));
        }
        TextTable table =
                new TextTable(List.of("training images", "pretrained (%)", "random (%)", "difference (points)"), rows);
        AtomicFiles.writeText(out.resolve("table.csv"), table.toCsv());
        AtomicFiles.writeText(out.resolve("table.md"), table.toMarkdown());
        chart(runs).save(out.resolve("table"));
        terminal.out().print(table.toText());
        terminal.out().println("All files: " + out);
        terminal.out().flush();
    }

    /** Returns the first run of each size: with {@code --limit}, several may have trained on as many images. */
    private static List<PastRun> ofDistinctSizes(List<PastRun> runs) {
        SequencedMap<Integer, PastRun> bySize = new LinkedHashMap<>();
        runs.forEach(run -> bySize.putIfAbsent(run.trainSize(), run));
        return List.copyOf(bySize.values());
    }

    private static LogChart chart(List<PastRun> runs) {
        List<Series> series = new ArrayList<>();
        for (int f = 0; f < FEATURES.size(); f++) {
            List<PastRun> own = ofDistinctSizes(runs.subList(f * IMAGES.size(), (f + 1) * IMAGES.size()));
            series.add(Series.of(
                    FEATURES.get(f) + " features",
                    f,
                    own.stream().mapToDouble(PastRun::trainSize).toArray(),
                    own.stream().mapToDouble(run -> 100 * run.testAccuracy()).toArray()));
        }
        return new LogChart(
                "Frozen features, pretrained and random: " + runs.getFirst().data(),
                "training images",
                "test accuracy (%)",
                series,
                LogChart.Axes.X);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
