package io.gradlab.grader.cli;

import io.gradlab.course.Variant;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One check of a lab or a task, told line by line.
 *
 * @param what the lab or the task
 * @param debug whether the student's code runs in this process
 */
record CheckRun(LabChecks lab, String what, Variant variant, String seed, boolean debug, PrintWriter out) {

    /** Runs it; returns whether every task is PASS or NOT STARTED. */
    boolean run() {
        List<TaskResult> results = new ArrayList<>();
        Optional<CheckNotes> notes = variant == Variant.MINE ? Optional.of(CheckNotes.before(lab)) : Optional.empty();
        try (Checker checker = checker()) {
            for (Class<?> task : Catalogue.classes(lab, what)) {
                TaskResult result = checker.run(task);
                results.add(result);
                out.print(ResultText.of(result));
                out.flush(); // a task may take seconds
            }
        }
        out.println(ResultText.total(what, results));
        notes.ifPresent(each -> each.keep(results));
        if (!lab.lab().equals(what) && results.stream().allMatch(result -> result.outcome() == Outcome.PASS)) {
            TaskHints.find(lab.lab(), what).ifPresent(hints -> out.print(hints.discussionText()));
        }
        out.flush();
        return results.stream().allMatch(CheckRun::isFine);
    }

    private Checker checker() {
        return debug ? Subjects.debugged(lab, seed, out::println) : Subjects.checker(lab, variant, seed, out::println);
    }

    private static boolean isFine(TaskResult result) {
        return result.outcome() == Outcome.PASS || result.outcome() == Outcome.NOT_STARTED;
    }
}
