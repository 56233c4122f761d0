package io.gradlab.grader.grading;

import io.gradlab.course.probe.wire.Start;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.worker.Workplace;
import java.util.Map;

/** Rehearses a lab's checks with the skeleton, so that workers start faster; once for each build of GradLab. */
public final class WarmStart {

    private WarmStart() {}

    /** Rehearses, if nobody has. */
    public static void prepare(LabChecks lab) {
        Workplace.warmUp(() -> skeleton(lab.lab()), subject -> {
            CheckRunner runner = new CheckRunner(subject, "rehearsal");
            lab.classes().stream()
                    .filter(type -> !type.getAnnotation(Task.class).training())
                    .forEach(runner::run);
        });
    }

    private static Start skeleton(String lab) {
        return CompiledSubject.start(StudentCompiler.of(lab).compile(Map.of()));
    }
}
