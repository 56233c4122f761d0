package io.gradlab.lab1.experiment.report;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.ExperimentReport;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.experiment.FashionSplit;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.tensor.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Report A from finished runs: reloads their models, prints the tables, draws the pictures. */
@Command(
        name = "fashion-mlp",
        description = {
            "Report A: reload the models of finished `train fashion-mlp` runs, test them again, compare them with the"
                    + " published figures and with scikit-learn's recorded trainings, and draw the curves.",
            "For the whole report, train first:",
            "  train fashion-mlp --activation all --seeds 1,2,3 --out DIR",
            "  train fashion-mlp --recipe best --activation sigmoid,tanh,relu --seeds 1,2,3 --out DIR",
            "  train fashion-mlp --activation linear --batch 16 --init 0.05 --out DIR/linear-late",
            "  train fashion-mlp --activation linear --init he --out DIR/linear-he",
            "  train fashion-mlp --activation linear --lr 0.001 --out DIR/linear-slow"
        })
public final class FashionMlpReport implements ExperimentReport {
    @Spec
    private CommandSpec spec;

    @Option(names = "--runs", paramLabel = "DIR", required = true, description = "Where the runs are, in sub-folders.")
    private Path runs = Path.of(".");

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes. Default: report, in --runs.")
    private @Nullable Path out;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets; see `gradlab data list`.")
    private @Nullable Path data;

    @Override
    public String name() {
        return "fashion-mlp";
    }

    @Override
    public Integer call() {
        List<RunGroup> groups = RunGroup.of(PastRun.in(runs, name()));
        if (groups.isEmpty()) {
            throw new UserError("--runs " + runs + ": there is no finished fashion-mlp run in it; train some with"
                    + " `./gradlab train fashion-mlp --activation all --seeds 1,2,3 --out " + runs + "`");
        }
        Dataset all = DataFolder.resolve(data).train(DataCatalog.FASHION_MNIST);
        Dataset test = FashionSplit.of(new Seed(1)).parts(all).test();
        Path folder = out == null ? runs.resolve("report") : out;
        try {
            write(groups, test, folder, spec.commandLine().getOut());
        } catch (IOException e) {
            throw new UserError("--out " + folder + " cannot be written: " + FileProblem.of(e), e);
        }
        return 0;
    }

    private static void write(List<RunGroup> groups, Dataset test, Path folder, PrintWriter terminal)
            throws IOException {
        RecordedPeer peer = RecordedPeer.load();
        ReportTables tables = new ReportTables(groups, peer, new Snapshots(test));
        ReportText text = new ReportText(
                test.size(), tables.afterEpochs(), tables.bestModel(), tables.atBestEpoch(), explosions(groups), peer);
        terminal.print(text.forTerminal());
        AtomicFiles.writeText(
                folder.resolve("after-epochs.csv"), text.afterEpochs().toCsv());
        AtomicFiles.writeText(
                folder.resolve("best-epoch.csv"), text.atBestEpoch().toCsv());
        AtomicFiles.writeText(folder.resolve("report.md"), text.forHandout());
        Path page = folder.resolve("report.html");
        text.page(new ReportPictures(groups, peer).all(), folder).save(page);
        terminal.println("Tables and pictures: " + page);
        terminal.flush();
    }

    private static List<String> explosions(List<RunGroup> groups) {
        List<String> lines = new ArrayList<>();
        for (RunGroup group : groups) {
            for (PastRun run : group.runs()) {
                run.divergence()
                        .ifPresent(why -> lines.add(group.label() + ", seed " + run.option("--seed") + ". " + why));
            }
        }
        return lines;
    }
}
