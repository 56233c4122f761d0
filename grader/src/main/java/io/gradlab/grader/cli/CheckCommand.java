package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
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
            "A single task that passes shows what there is to think about next.",
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

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (receipt != null) {
            if (variant != Variant.MINE || !seed.equals("public")) {
                throw new UserError("--with and --seed do not go with --receipt, which says itself what to check");
            }
            return ReceiptCheck.of(receipt).run(named == null ? null : Path.of(named), out) ? 0 : 1;
        }
        String what = named == null ? "lab1" : named;
        Catalogue catalogue = Catalogue.load();
        LabChecks lab = catalogue
                .find(what)
                .orElseThrow(() -> new UserError("There is no lab or task " + what + "; there are "
                        + String.join(", ", catalogue.labs()) + " and the tasks "
                        + String.join(", ", catalogue.tasks())));
        List<TaskResult> results = new ArrayList<>();
        try (Checker checker = Subjects.checker(lab, variant, seed, out::println)) {
            for (Class<?> task : Catalogue.classes(lab, what)) {
                TaskResult result = checker.run(task);
                results.add(result);
                out.print(ResultText.of(result));
                out.flush(); // a task may take seconds
            }
        }
        out.println(ResultText.total(what, results));
        if (!lab.lab().equals(what) && results.stream().allMatch(result -> result.outcome() == Outcome.PASS)) {
            TaskHints.find(lab.lab(), what).ifPresent(hints -> out.print(hints.discussionText()));
        }
        out.flush();
        return results.stream().allMatch(CheckCommand::isFine) ? 0 : 1;
    }

    private static boolean isFine(TaskResult result) {
        return result.outcome() == Outcome.PASS || result.outcome() == Outcome.NOT_STARTED;
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
