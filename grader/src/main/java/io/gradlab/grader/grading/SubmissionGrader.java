package io.gradlab.grader.grading;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.Problem;
import io.gradlab.grader.compile.SourceCompiler;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import io.gradlab.grader.run.Turns;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.worker.WorkerSubject;
import io.gradlab.grader.worker.Workplace;
import java.util.ArrayList;
import java.util.List;

/** Compiles and checks one submission after the other; several threads may use it. */
final class SubmissionGrader {
    private final List<Class<?>> checks;
    private final String seed;
    private final Workplace workplace;
    private final SourceCompiler compiler;
    private final Turns turns = new Turns();

    SubmissionGrader(List<Class<?>> checks, String seed, Workplace workplace, SourceCompiler compiler) {
        this.checks = checks;
        this.seed = seed;
        this.workplace = workplace;
        this.compiler = compiler;
    }

    /** What came out. */
    record Graded(List<TaskResult> tasks, List<Problem> problems) {
        boolean hadTrouble() {
            return tasks.stream().anyMatch(task -> task.outcome() == Outcome.INFRASTRUCTURE);
        }
    }

    /** Grades a submission; once more if the grader itself had trouble, which may pass. */
    Graded grade(Submission submission) {
        Graded first = attempt(submission);
        return first.hadTrouble() ? attempt(submission) : first;
    }

    private Graded attempt(Submission submission) {
        CompiledSubmission compiled;
        try {
            compiled = turns.together(() -> compiler.compile(submission.sources()));
        } catch (IllegalStateException trouble) {
            return untried("the compiler could not be run: " + trouble.getMessage());
        }
        List<TaskResult> tasks = new ArrayList<>();
        try (WorkerSubject worker = workplace.subject(CompiledSubject.start(compiled))) {
            SubmissionChecks runner = new SubmissionChecks(compiled, CompiledSubject.of(compiled, worker), seed, turns);
            checks.forEach(type -> tasks.add(runner.run(type)));
        }
        return new Graded(tasks, compiled.problems());
    }

    private Graded untried(String why) {
        return new Graded(
                checks.stream()
                        .map(type -> type.getAnnotation(Task.class))
                        .map(task -> new TaskResult(
                                task.id(),
                                task.title(),
                                0,
                                task.points(),
                                Outcome.INFRASTRUCTURE,
                                List.of(),
                                task.title() + ": " + why,
                                ""))
                        .toList(),
                List.of());
    }
}
