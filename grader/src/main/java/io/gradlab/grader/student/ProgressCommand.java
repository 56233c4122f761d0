package io.gradlab.grader.student;

import io.gradlab.cli.UserError;
import io.gradlab.grader.release.LabModules;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gradlab} without a command: greets, and says how far each lab is and what comes next. */
@Command(
        name = "progress",
        header = "How far you are in each lab, and what comes next; also shown by ./gradlab alone.",
        description = "As the last checks saw it; `./gradlab check lab1` looks anew.")
public final class ProgressCommand implements Callable<Integer> {
    private static final int BAR = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Ansi colour = System.console() != null && System.console().isTerminal() ? Ansi.AUTO : Ansi.OFF;
        out.println(colour.string("@|bold GradLab|@: neural networks from scratch, in Java."));
        out.println();
        try {
            Path home = LabModules.home();
            for (String lab : LabModules.labs(home)) {
                out.println(colour.string(Progress.read(home, lab)
                        .map(ProgressCommand::line)
                        .orElse(lab + "   not checked yet                   ./gradlab check " + lab)));
            }
        } catch (IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        }
        out.println();
        out.println("All commands: ./gradlab --help");
        out.flush();
        return 0;
    }

    /** Returns a lab's line, with picocli's marks for colours. */
    static String line(Progress progress) {
        BigDecimal maximum = progress.maximum();
        int full = maximum.signum() == 0
                ? 0
                : progress.points()
                        .multiply(BigDecimal.valueOf(BAR))
                        .divide(maximum, 0, RoundingMode.DOWN)
                        .intValue();
        String score = Progress.shown(progress.points()) + "/" + Progress.shown(maximum);
        String next = progress.next()
                .map(row -> "next: " + row.task() + " " + row.title() + ", ./gradlab hint " + row.task())
                .orElse("done; ./gradlab submit " + progress.lab());
        return progress.lab() + "   @|green " + "#".repeat(full) + "|@@|faint " + "-".repeat(BAR - full) + "|@ "
                + " ".repeat(Math.max(0, "100/100".length() - score.length())) + score + "   " + next;
    }
}
