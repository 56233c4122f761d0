package io.gradlab.course.experiment;

import java.util.List;
import java.util.Locale;

/**
 * How well a network in training does on a few samples, in evaluation mode: a line of {@code samples.csv}.
 *
 * @param step optimizer steps done
 * @param epoch the same in epochs, with fractions
 * @param trainLoss mean over the training samples drawn
 * @param trainAccuracy of them, in [0, 1]
 * @param testLoss mean over the test samples drawn
 * @param testAccuracy of them, in [0, 1]
 */
public record SampledPoint(
        long step, double epoch, double trainLoss, double trainAccuracy, double testLoss, double testAccuracy) {
    private static final String HEADER = "step,epoch,train_loss,train_accuracy,test_loss,test_accuracy";

    /** Returns the whole file, with its header. */
    static String toCsv(List<SampledPoint> points) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        for (SampledPoint point : points) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%.6f,%.9g,%.9g,%.9g,%.9g\n",
                    point.step,
                    point.epoch,
                    point.trainLoss,
                    point.trainAccuracy,
                    point.testLoss,
                    point.testAccuracy));
        }
        return csv.toString();
    }

    /**
     * Reads what {@link #toCsv} wrote.
     *
     * @throws IllegalArgumentException if the text is of another form
     */
    static List<SampledPoint> parseCsv(String csv) {
        if (!csv.startsWith(HEADER)) {
            throw new IllegalArgumentException("Sampled curves begin with the line " + HEADER);
        }
        return csv.lines().skip(1).map(SampledPoint::parse).toList();
    }

    private static SampledPoint parse(String line) {
        String[] cells = line.split(",");
        if (cells.length != HEADER.split(",").length) {
            throw new IllegalArgumentException("Sampled curves have " + HEADER + ", but a line is " + line);
        }
        return new SampledPoint(
                Long.parseLong(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]));
    }
}
