package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.plot.Pictures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab analyze DIR --of WHAT}: pictures and numbers of a finished run, without training. */
@Command(
        name = "analyze",
        description = {
            "Look into a finished run: each analysis writes pictures and their numbers to DIR/analysis; DIR/report.html"
                    + " shows all of them.",
            "The model is that of the best epoch on the validation set; the samples are the run's test set."
        })
final class AnalyzeCommand implements Callable<Integer> {
    private static final int QUICK_POINTS = 4_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The run's folder, as `train` wrote it.")
    private Path folder = Path.of(".");

    @Option(
            names = "--of",
            paramLabel = "WHAT",
            required = true,
            description = "What to look at: names with commas, or all (those that compare runs only with --runs).")
    private String names = "";

    @Mixin
    private final AnalysisOptions options = new AnalysisOptions();

    @Override
    public Integer call() {
        List<Analysis> analyses = Analyses.named(names, options);
        options.threads().ifPresent(KernelRegistry::useThreads);
        TrainedRun run = TrainedRun.read(folder, options.data());
        PrintWriter out = spec.commandLine().getOut();
        if (!Pictures.available().available()) {
            out.println(Pictures.available().message());
        }
        try {
            AnalysisReport report = new AnalysisReport(folder);
            for (Analysis analysis : analyses) {
                sayCost(analysis, run, out);
                for (Path file : report.add(analysis, analysis.work().of(run, options))) {
                    out.printf("%-13s %s%n", analysis.name(), file);
                    out.flush();
                }
            }
            out.println("All together: " + report.save(run));
        } catch (IOException e) {
            throw new UserError("The analysis of " + folder + " cannot be written: " + FileProblem.of(e), e);
        }
        out.flush();
        return 0;
    }

    /** Says how long t-SNE takes where that is not seconds: 52 s for 10,000 points, measured on two busy cores. */
    private void sayCost(Analysis analysis, TrainedRun run, PrintWriter out) {
        int points = Math.min(options.points(), run.test().size());
        if (analysis.name().equals("tsne") && points > QUICK_POINTS) {
            out.printf("%-13s %,d points: about a minute; --points N takes fewer%n", analysis.name(), points);
            out.flush();
        }
    }
}
