package io.gradlab.course.experiment;

import io.gradlab.nn.data.Batches;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Feed;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what a long training will cost before it starts: times the forward pass of one batch, and counts a training step as
 * three of them and an evaluation step as one.
 */
final class CostEstimate {
    private static final double STEP_IN_FORWARD_PASSES = 3;
    private static final long MEASURING_NANOS = 500_000_000L; // the first passes are slow: code is being compiled
    private static final int FEWEST_PASSES = 5; // on a busy machine, the first alone may take longer than that
    private static final double WORTH_SAYING_SECONDS = 60;

    private CostEstimate() {}

    /** Returns the line to print, for a training that will take longer than a minute. */
    static Optional<String> of(RunSpec spec, int epochsLeft) {
        int batch = spec.plan().batchSize();
        double passes = epochsLeft
                * (STEP_IN_FORWARD_PASSES * spec.training().size()
                        + spec.validation().size())
                / batch;
        Tensor inputs = Batches.inOrder(spec.training(), batch, spec.plan().evaluation())
                .get(0)
                .inputs();
        Feed feed = new Feed(spec.network());
        double forward = Double.MAX_VALUE;
        long start = System.nanoTime();
        for (int pass = 0; pass < FEWEST_PASSES || System.nanoTime() - start < MEASURING_NANOS; pass++) {
            long begin = System.nanoTime();
            spec.network().forward(feed.inputs(inputs), Pass.evaluation()).toHost();
            forward = Math.min(forward, (System.nanoTime() - begin) / 1e9);
            if (forward * passes < WORTH_SAYING_SECONDS) {
                return Optional.empty();
            }
        }
        return Optional.of("This will take about " + duration(forward * passes) + "; Ctrl-C saves and stops.");
    }

    private static String duration(double seconds) {
        long minutes = Math.max(1, Math.round(seconds / 60));
        return minutes < 90
                ? minutes + (minutes == 1 ? " minute" : " minutes")
                : String.format(Locale.ROOT, "%.1f hours", seconds / 3600);
    }
}
