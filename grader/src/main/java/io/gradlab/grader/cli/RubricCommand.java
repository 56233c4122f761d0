package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.rubric.Criterion;
import io.gradlab.grader.rubric.Rubric;
import io.gradlab.grader.run.Catalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a lab's report is marked by: {@code rubric lab1}. */
@Command(
        name = "rubric",
        header = "Show what a lab's report is marked by, and how many points each part brings.",
        description = {
            "A report is what `report DIR...` makes of runs and answers. Students see the same criteria as markers.",
            "Marks go into manual.csv: a column for each criterion, with full, half, none or a number."
        })
public final class RubricCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LAB", description = "For example lab1.")
    private String lab = "";

    @Override
    public Integer call() {
        Rubric rubric = Rubric.find(lab)
                .orElseThrow(() -> new UserError("There is no rubric for " + lab + "; there are those of " + known()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("The report on " + lab + ": " + rubric.total().toPlainString() + " points");
        for (Criterion criterion : rubric.criteria()) {
            out.println();
            out.print(text(criterion));
        }
        out.println();
        out.println("In manual.csv: student,item,points,"
                + rubric.criteria().stream().map(Criterion::id).collect(Collectors.joining(",")) + ",comment,marker");
        out.flush();
        return 0;
    }

    private static String text(Criterion criterion) {
        StringBuilder text =
                new StringBuilder(criterion.id() + ", " + criterion.points().toPlainString() + " points\n");
        ResultText.wrap(text, criterion.question());
        ResultText.wrap(text, "full: " + criterion.full());
        ResultText.wrap(text, "half: " + criterion.half());
        ResultText.wrap(text, "none: " + criterion.none());
        return text.toString();
    }

    private static String known() {
        List<String> labs = Catalogue.load().labs().stream()
                .filter(name -> Rubric.find(name).isPresent())
                .toList();
        return String.join(", ", labs);
    }
}
