package io.gradlab.course.experiment.report;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.ExperimentReport;
import io.gradlab.course.experiment.PastRun;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab report DIR...}: what a student hands in; {@code gradlab report EXPERIMENT}: an experiment's own report. */
@Command(
        name = "report",
        description = {
            "Make a report of runs that have ended, for handing in: report.html and report.md with their figures, tables and"
                    + " commands, and with your answers to the lab's questions, which you write into answers.md.",
            "Or, with an experiment's name, make that experiment's own tables and pictures."
        },
        synopsisSubcommandLabel = "[EXPERIMENT]",
        footer = {"", "`./gradlab report EXPERIMENT --help` shows a report's options."})
final class ReportCommand implements Callable<Integer> {
    private static final int NARROWEST = 200;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "Folders of runs, or folders with such folders.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("out", "report");

    @Option(
            names = "--show",
            paramLabel = "RUN",
            split = ",",
            description = "Runs that get a part of their own, by their names in the table, with commas. Default: all.")
    private List<String> show = new ArrayList<>();

    @Option(
            names = "--compare",
            paramLabel = "RUN",
            split = ",",
            description = "Runs whose curves are drawn together, ten at most. Default: the first that did not diverge.")
    private List<String> compare = new ArrayList<>();

    @Option(
            names = "--width",
            paramLabel = "PIXELS",
            defaultValue = "1600",
            description = "How wide pictures are at most; 800 makes small files. Default: ${DEFAULT-VALUE}.")
    private int width = 1600;

    /** Returns the command with every report on the class path. */
    static CommandLine create() {
        CommandLine line = new CommandLine(new ReportCommand());
        for (ExperimentReport report :
                ServiceLoader.load(ExperimentReport.class, ReportCommand.class.getClassLoader())) {
            line.addSubcommand(report.name(), report);
        }
        return line;
    }

    @Override
    public Integer call() {
        if (folders.isEmpty()) {
            throw new UserError("report on what? Name the folders of runs, for example out/digits-mlp" + known());
        }
        if (width < NARROWEST) {
            throw new UserError("--width " + width + ": nobody could read that; give at least " + NARROWEST);
        }
        List<PastRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.addAll(runsIn(folder));
        }
        try {
            StudentReport report = new StudentReport(runs, out);
            report.write(show, compare, width);
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println("The report: " + out.resolve("report.html") + ", the same as " + out.resolve("report.md"));
            report.open().ifPresent(terminal::println);
            terminal.flush();
            return 0;
        } catch (IOException e) {
            throw new UserError("--out " + out + " cannot be written: " + FileProblem.of(e), e);
        }
    }

    private String known() {
        return spec.subcommands().isEmpty()
                ? ""
                : ", or one of: " + String.join(", ", spec.subcommands().keySet());
    }

    private List<PastRun> runsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError("report " + folder + ": there is no such folder; name a run's folder" + known());
        }
        List<PastRun> runs = PastRun.in(folder);
        if (runs.isEmpty()) {
            throw new UserError(
                    "report " + folder + ": there is no run in it that has ended; train one, for example with"
                            + " `./gradlab train digits-mlp --out " + folder + "`");
        }
        return runs;
    }
}
