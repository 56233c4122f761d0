package io.gradlab.course.experiment.sweep;

import io.gradlab.course.experiment.PastRun;
import java.util.Optional;

/**
 * What came of a point.
 *
 * @param shortRun the same with few epochs, if there is one
 */
record Outcome(Point point, PastRun run, Optional<PastRun> shortRun) {

    boolean diverged() {
        return run.divergence().isPresent();
    }

    /** Returns by what points are ordered: the validation accuracy in [0, 1]; -1 if it diverged. */
    double rank() {
        return diverged() || Double.isNaN(run.validationAccuracy()) ? -1 : run.validationAccuracy();
    }
}
