package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How far you are in every lab: {@code record --out record.html}. */
@Command(
        name = "record",
        header = "Check everything you have begun, and write it as a page to keep.",
        description = {
            "Checks all that you have begun, which takes as long as `check` does for each lab.",
            "The page has every task with its points, the date and the versions. It says of itself that it was checked by"
                    + " whoever it is about: it is a record and no certificate."
        })
public final class RecordCommand implements Callable<Integer> {
    private static final String SEED = "public";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LAB", arity = "0..*", description = "For example lab1; every lab unless given.")
    private List<String> named = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the page: a name that ends with .html.")
    private @Nullable Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "Whose progress it is, for the page's title.")
    private String name = "";

    @Override
    public Integer call() {
        if (out != null && !out.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            throw new UserError("--out " + out + " must end with .html");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        List<LabProgress> labs = new ArrayList<>();
        for (LabChecks lab : labs()) {
            LabProgress progress = new LabProgress(lab.lab(), results(lab, terminal));
            labs.add(progress);
            terminal.println(progress.line());
            terminal.flush();
        }
        if (out != null) {
            try {
                ProgressPage.of(name, LocalDate.now(), labs).save(out);
            } catch (IOException e) {
                throw new UserError("--out " + out + " cannot be written; name a file in a folder of yours", e);
            }
            terminal.println("The page: " + out);
        }
        terminal.flush();
        return 0;
    }

    private List<LabChecks> labs() {
        Catalogue catalogue = Catalogue.load();
        return (named.isEmpty() ? catalogue.labs() : named)
                .stream()
                        .map(lab -> catalogue
                                .find(lab)
                                .filter(found -> found.lab().equals(lab))
                                .orElseThrow(() -> new UserError("There is no lab " + lab + "; there are "
                                        + String.join(", ", catalogue.labs()))))
                        .toList();
    }

    private static List<TaskResult> results(LabChecks lab, PrintWriter terminal) {
        List<TaskResult> results = new ArrayList<>();
        try (Checker checker = Subjects.checker(lab, Variant.MINE, SEED, terminal::println)) {
            for (Class<?> task : Catalogue.classes(lab, lab.lab())) {
                results.add(checker.run(task));
            }
        }
        return results;
    }
}
