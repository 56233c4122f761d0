package io.gradlab.course.experiment;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.train.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks at a training every so many steps: loss and accuracy on 200 training and 200 test samples, drawn anew each time by
 * seed and step, without augmentation and in evaluation mode. What is trained keeps its bits.
 */
final class SampledCurve {
    private static final int SAMPLES = 200;

    private final RunSpec spec;
    private final List<SampledPoint> points = new ArrayList<>();

    /** Creates a curve without points; with a {@link Watch#sampleEvery} of 0 it stays so. */
    SampledCurve(RunSpec spec) {
        this.spec = spec;
    }

    boolean isOn() {
        return spec.watch().sampleEvery() > 0;
    }

    /** Takes a point if it is time; batches count from 1. */
    void batchEnded(int epoch, int batch, int batches) {
        long step = (epoch - 1L) * batches + batch;
        if (!isOn() || step % spec.watch().sampleEvery() != 0) {
            return;
        }
        Evaluation train = evaluate(spec.training(), "sampled training", step);
        Evaluation test = evaluate(spec.test(), "sampled test", step);
        points.add(new SampledPoint(
                step, (double) step / batches, train.loss(), train.accuracy(), test.loss(), test.accuracy()));
    }

    private Evaluation evaluate(Dataset data, String purpose, long step) {
        Seed seed = spec.plan().seed();
        int[] order = seed.stream(purpose, step).permutation(data.size());
        Subset drawn = new Subset(data, Arrays.copyOf(order, Math.min(SAMPLES, order.length)));
        return Evaluation.of(
                spec.network(),
                spec.loss(),
                drawn,
                spec.plan().batchSize(),
                spec.plan().evaluation());
    }

    String toCsv() {
        return SampledPoint.toCsv(points);
    }

    /** Goes on from what {@link #toCsv} wrote. */
    void restore(String csv) {
        points.addAll(SampledPoint.parseCsv(csv));
    }
}
