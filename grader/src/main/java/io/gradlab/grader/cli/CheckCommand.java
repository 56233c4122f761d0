package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Checks a lab or a task: {@code check lab1}, {@code check 1.8}. */
@Command(
        name = "check",
        header = "Check your answers: which tasks pass, which fail, and why.",
        description = {
            "Checks all tasks of a lab, or one task. What you have not started yet is no failure.",
            "Below a task stands what your code printed; a single task that passes shows what there is to think about next.",
            "The exit code is 0 if every task is PASS or NOT STARTED, else 1.",
            "With --receipt, runs the tasks of a result.json again, with the seed that `gradlab publish` put into it, on"
                    + " your own student package or on a zip or folder that you name, and compares row by row; the exit"
                    + " code is 0 if all are the same, else 1."
        })
public final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LAB|TASK",
            description = "For example lab1, or 1.8; lab1 unless given. With --receipt: the zip or folder to check.")
    private @Nullable String named;

    @Option(
            names = "--with",
            defaultValue = "mine",
            paramLabel = "WHOSE",
            converter = VariantConverter.class,
            description = "Whose implementation: mine, solutions or core; ${DEFAULT-VALUE} unless given.")
    private Variant variant = Variant.MINE;

    @Option(
            names = "--seed",
            defaultValue = "public",
            paramLabel = "TEXT",
            description = "Where the checks' random inputs come from; \"${DEFAULT-VALUE}\" unless given.")
    private String seed = "public";

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "A result.json of `gradlab grade`: check what was graded, and compare.")
    private @Nullable Path receipt;

    @Option(
            names = "--watch",
            description = "Check again whenever a file of your student package is saved; Ctrl-C ends it.")
    private boolean watch;

    @Option(names = "--debug", description = "Run your code in this process and let it take its time, for breakpoints.")
    private boolean debug;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (receipt != null) {
            if (variant != Variant.MINE || !seed.equals("public")) {
                throw new UserError("--with and --seed do not go with --receipt, which says itself what to check");
            }
            return ReceiptCheck.of(receipt).run(named == null ? null : Path.of(named), out) ? 0 : 1;
        }
        if (debug && (watch || variant != Variant.MINE)) {
            throw new UserError("--debug looks at your own code, once: leave out --with and --watch");
        }
        if (watch && variant != Variant.MINE) {
            throw new UserError("--watch looks at your own code: leave out --with");
        }
        String what = named == null ? "lab1" : named;
        Catalogue catalogue = Catalogue.load();
        LabChecks lab = catalogue
                .find(what)
                .orElseThrow(() -> unknown(what, catalogue.only(LabModules.labs(LabModules.home()))));
        if (variant == Variant.MINE) {
            refuseAbsent(lab.lab());
        }
        CheckRun run = new CheckRun(lab, what, variant, seed, debug, out);
        if (watch) {
            Watch.of(LabModules.student(LabModules.home(), lab.lab())).repeat(run::run, out);
        }
        return run.run() ? 0 : 1;
    }

    private static UserError unknown(String what, Catalogue here) {
        return new UserError("There is no lab or task " + what + "; there are " + String.join(", ", here.labs())
                + " and the tasks " + here.tasksInWords());
    }

    /** A release may hold fewer labs than there are checks for. */
    private static void refuseAbsent(String lab) {
        List<String> here = LabModules.labs(LabModules.home());
        if (!here.contains(lab)) {
            throw new UserError("This copy of the course has no " + lab + "; it has " + String.join(", ", here));
        }
    }

    private static final class VariantConverter implements ITypeConverter<Variant> {
        @Override
        public Variant convert(String text) {
            for (Variant variant : Variant.values()) {
                if (variant.label().equals(text.toLowerCase(Locale.ROOT))) {
                    return variant;
                }
            }
            throw new TypeConversionException("there is mine, solutions and core, but no " + text);
        }
    }
}
