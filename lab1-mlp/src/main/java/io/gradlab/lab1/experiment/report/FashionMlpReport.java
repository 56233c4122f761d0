package io.gradlab.lab1.experiment.report;

import io.gradlab.cli.TextTable;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.ExperimentReport;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.lab1.experiment.FashionSplit;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.plot.HtmlReport;
import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.tensor.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
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
            "  train fashion-mlp --activation linear --init LATE --seeds 1 --out DIR/linear-late",
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
        TextTable afterEpochs = tables.afterEpochs();
        TextTable atBest = tables.atBestEpoch();
        String legend = "Test accuracy in percent on " + test.size() + " images, of models reloaded from their files."
                + " Ours: mean of the seeds ± 95 % interval (Student's t; one seed: binomial). In brackets: published.";
        terminal.println(legend);
        terminal.println();
        terminal.print(afterEpochs.toText());
        terminal.println();
        terminal.println(tables.bestModel());
        terminal.println();
        terminal.print(atBest.toText());
        HtmlReport page = new HtmlReport("Report A", legend)
                .section("After 50 and 100 epochs")
                .table(afterEpochs.header(), afterEpochs.rows())
                .paragraph(tables.bestModel())
                .section("At the best validation epoch")
                .table(atBest.header(), atBest.rows())
                .section("What exploded");
        terminal.println();
        for (RunGroup group : groups) {
            for (PastRun run : group.runs()) {
                run.divergence().ifPresent(why -> {
                    String line = group.label() + ", seed " + run.option("--seed") + ". " + why;
                    terminal.println(line);
                    page.paragraph(line);
                });
            }
        }
        page.section("Curves");
        SequencedMap<String, LineChart> pictures = new ReportPictures(groups, peer).all();
        for (Map.Entry<String, LineChart> picture : pictures.entrySet()) {
            LineChart chart = picture.getValue();
            page.figure(chart, chart.save(folder.resolve(picture.getKey())), chart.title());
        }
        AtomicFiles.writeText(folder.resolve("after-epochs.csv"), afterEpochs.toCsv());
        AtomicFiles.writeText(folder.resolve("best-epoch.csv"), atBest.toCsv());
        page.provenance(peer.provenance()).save(folder.resolve("report.html"));
        terminal.println("scikit-learn: " + peer.provenance());
        terminal.println("Tables and pictures: " + folder.resolve("report.html"));
        terminal.flush();
    }
}
