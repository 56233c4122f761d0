package io.gradlab.course.experiment.sweep;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/** Whether a short training puts the points into the order of the full one. */
final class ProxyRank {
    private static final int FEWEST = 3;

    private ProxyRank() {}

    /** Returns one sentence; runs that diverged do not count. */
    static String sentence(List<Outcome> outcomes, int epochs) {
        List<Outcome> both = outcomes.stream()
                .filter(outcome -> outcome.rank() >= 0
                        && outcome.shortRun()
                                .filter(run -> run.divergence().isEmpty())
                                .isPresent())
                .toList();
        String what = String.format(
                "Validation accuracy after %d %s against that of the full run",
                epochs, epochs == 1 ? "epoch" : "epochs");
        if (both.size() < FEWEST) {
            return what + ": a rank correlation needs three points that did not diverge, and there are " + both.size()
                    + ".";
        }
        double rho = new SpearmansCorrelation()
                .correlation(
                        both.stream()
                                .mapToDouble(outcome ->
                                        outcome.shortRun().orElseThrow().validationAccuracy())
                                .toArray(),
                        both.stream().mapToDouble(Outcome::rank).toArray());
        return Double.isNaN(rho)
                ? what + ": no rank correlation, all points are equal in one of them."
                : String.format(
                        Locale.ROOT,
                        "%s: Spearman's rank correlation %.3f over %d points (1: the same order, 0: no relation).",
                        what,
                        rho,
                        both.size());
    }
}
