package io.gradlab.nn.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What each epoch brought, in order; as text it is {@code history.csv}. */
public final class History {
    /** The columns of {@code history.csv}; the last two alone may differ between identical runs. */
    public static final String HEADER =
            "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,seconds,images_per_second";

    /**
     * One epoch.
     *
     * @param epoch 1 for the first
     * @param trainLoss running mean over the epoch, in training mode, without any penalty
     * @param trainAccuracy running mean over the epoch, a fraction of 1
     * @param validationLoss mean over the validation set after the epoch; NaN without one
     * @param validationAccuracy fraction of 1, after the epoch; NaN without a validation set
     * @param seconds spent on the epoch, evaluation included
     * @param imagesPerSecond training speed, evaluation not included
     */
    public record Epoch(
            int epoch,
            double trainLoss,
            double trainAccuracy,
            double validationLoss,
            double validationAccuracy,
            double seconds,
            double imagesPerSecond) {

        /** Returns the line of {@code history.csv}. */
        public String toCsv() {
            return String.format(
                    Locale.ROOT,
                    "%d,%.9g,%.9g,%.9g,%.9g,%.3f,%.1f",
                    epoch,
                    trainLoss,
                    trainAccuracy,
                    validationLoss,
                    validationAccuracy,
                    seconds,
                    imagesPerSecond);
        }
    }

    private final List<Epoch> epochs = new ArrayList<>();

    /** Appends an epoch. */
    public void add(Epoch epoch) {
        epochs.add(epoch);
    }

    /** Returns the epochs, first to last, as a view. */
    public List<Epoch> epochs() {
        return Collections.unmodifiableList(epochs);
    }

    /** Returns whether no epoch has ended yet. */
    public boolean isEmpty() {
        return epochs.isEmpty();
    }

    /** Returns the latest epoch, which must be there. */
    public Epoch last() {
        return epochs.getLast();
    }

    /**
     * Reads what {@link #toCsv} wrote.
     *
     * @throws IllegalArgumentException if the text is not a history
     */
    public static History parseCsv(String csv) {
        History history = new History();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("A history begins with the line " + HEADER);
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double[] numbers = new double[cells.length];
            for (int i = 1; i < cells.length; i++) {
                numbers[i] = Double.parseDouble(cells[i]);
            }
            history.add(new Epoch(
                    Integer.parseInt(cells[0]),
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    numbers[5],
                    numbers[6]));
        }
        return history;
    }

    /** Returns the whole file {@code history.csv}. */
    public String toCsv() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        epochs.forEach(epoch -> csv.append(epoch.toCsv()).append('\n'));
        return csv.toString();
    }
}
