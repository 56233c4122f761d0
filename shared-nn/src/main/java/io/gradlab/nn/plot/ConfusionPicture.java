package io.gradlab.nn.plot;

import io.gradlab.nn.metric.ConfusionMatrix;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A confusion matrix as a heat map: true classes down, predicted ones across; the darker a cell, the larger its share
 * of the true class.
 *
 * @param title one line
 * @param matrix the counts
 * @param classNames one for each class
 */
public record ConfusionPicture(String title, ConfusionMatrix matrix, List<String> classNames) implements Picture {
    private static final int MISTAKES_IN_WORDS = 3;

    /** Checks that each class has a name. */
    public ConfusionPicture {
        classNames = List.copyOf(classNames);
        if (classNames.size() != matrix.classes()) {
            throw new IllegalArgumentException(
                    "The matrix has " + matrix.classes() + " classes, but got " + classNames.size() + " class names");
        }
    }

    @Override
    public String toCsv() {
        return matrix.toCsv(classNames);
    }

    @Override
    public String altText() {
        if (matrix.total() == 0) {
            return "Confusion matrix: " + title + "; no samples.";
        }
        String mistakes = matrix.mostConfused(MISTAKES_IN_WORDS).stream()
                .map(pair -> classNames.get(pair.actual()) + " taken for " + classNames.get(pair.predicted()) + " ("
                        + pair.count() + ")")
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Confusion matrix: %s; %.1f %% of %d samples right; %s.",
                title,
                100 * matrix.accuracy(),
                matrix.total(),
                mistakes.isEmpty() ? "no mistakes" : "most often " + mistakes);
    }

    @Override
    public BufferedImage draw() {
        return ConfusionDrawing.draw(this);
    }

    /** Returns the share of the true class that a cell holds, in [0, 1]; 0 for a class without samples. */
    double share(int label, int prediction) {
        long samples = matrix.samples(label);
        return samples == 0 ? 0 : (double) matrix.count(label, prediction) / samples;
    }

    /** Returns the colour of a share: white to deep blue, with the small shares, the mistakes, spread apart. */
    static Color colour(double share) {
        return Theme.mix(Theme.PAPER, new Color(0x08, 0x30, 0x6B), Math.sqrt(share));
    }
}
