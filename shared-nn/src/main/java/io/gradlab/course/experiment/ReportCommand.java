package io.gradlab.course.experiment;

import io.gradlab.cli.UserError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradlab report EXPERIMENT}; the reports are its sub-commands. */
@Command(
        name = "report",
        description = "Make an experiment's tables and pictures from runs that have ended.",
        synopsisSubcommandLabel = "EXPERIMENT",
        footer = {"", "`./gradlab report EXPERIMENT --help` shows a report's options."})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

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
        throw new UserError("report on what? There are: "
                + String.join(", ", spec.subcommands().keySet()));
    }
}
