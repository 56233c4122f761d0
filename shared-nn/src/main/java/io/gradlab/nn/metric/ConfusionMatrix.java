package io.gradlab.nn.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of samples by true class (rows) and by predicted class (columns). */
public final class ConfusionMatrix {

    /** Samples of class {@code actual} that were taken for class {@code predicted}. */
    public record Confusion(int actual, int predicted, long count) {}

    private final long[][] counts; // [true][predicted], square

    /** Creates an empty matrix for classes 0 .. classes - 1. */
    public ConfusionMatrix(int classes) {
        if (classes < 1) {
            throw new IllegalArgumentException("A confusion matrix needs at least one class, but got " + classes);
        }
        counts = new long[classes][classes];
    }

    /** Returns the matrix of predictions against labels, both {@code [N]} with entries in 0 .. classes - 1. */
    public static ConfusionMatrix of(int classes, int[] labels, int[] predictions) {
        if (labels.length != predictions.length) {
            throw new IllegalArgumentException("Each sample needs a label and a prediction, but got " + labels.length
                    + " labels and " + predictions.length + " predictions");
        }
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        for (int i = 0; i < labels.length; i++) {
            matrix.add(labels[i], predictions[i]);
        }
        return matrix;
    }

    /** Counts one more sample. */
    public void add(int label, int prediction) {
        counts[checked("label", label)][checked("prediction", prediction)]++;
    }

    /** Returns how many classes there are. */
    public int classes() {
        return counts.length;
    }

    /** Returns how many samples of class {@code label} were predicted as {@code prediction}. */
    public long count(int label, int prediction) {
        return counts[checked("label", label)][checked("prediction", prediction)];
    }

    /** Returns how many samples were counted. */
    public long total() {
        long total = 0;
        for (int label = 0; label < classes(); label++) {
            total += samples(label);
        }
        return total;
    }

    /** Returns how many samples truly belong to the class. */
    public long samples(int label) {
        long sum = 0;
        for (long count : counts[checked("label", label)]) {
            sum += count;
        }
        return sum;
    }

    /** Returns the share of right predictions, in [0, 1]; NaN without samples. */
    public double accuracy() {
        long right = 0;
        for (int label = 0; label < classes(); label++) {
            right += counts[label][label];
        }
        return (double) right / total();
    }

    /** Returns for each class the share of its samples that were predicted right, in [0, 1]; NaN where it has none. */
    public double[] perClassAccuracy() {
        double[] accuracies = new double[classes()];
        for (int label = 0; label < classes(); label++) {
            accuracies[label] = (double) counts[label][label] / samples(label);
        }
        return accuracies;
    }

    /** Returns how many samples of the class were taken for another one. */
    public long falseNegatives(int label) {
        return samples(label) - counts[label][label];
    }

    /** Returns how many samples of other classes were taken for this one. */
    public long falsePositives(int prediction) {
        long column = 0;
        for (long[] row : counts) {
            column += row[checked("prediction", prediction)];
        }
        return column - counts[prediction][prediction];
    }

    /** Returns the class against the rest. */
    public OneVsRest oneVsRest(int label) {
        long truePositives = count(label, label);
        long falseNegatives = falseNegatives(label);
        long falsePositives = falsePositives(label);
        return new OneVsRest(
                truePositives,
                falsePositives,
                falseNegatives,
                total() - truePositives - falsePositives - falseNegatives);
    }

    /** Returns the {@code k} commonest mistakes or fewer, most frequent first, equal ones in the classes' order. */
    public List<Confusion> mostConfused(int k) {
        List<Confusion> mistakes = new ArrayList<>();
        for (int label = 0; label < classes(); label++) {
            for (int prediction = 0; prediction < classes(); prediction++) {
                if (label != prediction && counts[label][prediction] > 0) {
                    mistakes.add(new Confusion(label, prediction, counts[label][prediction]));
                }
            }
        }
        mistakes.sort(Comparator.comparingLong(Confusion::count).reversed());
        return List.copyOf(mistakes.subList(0, Math.min(k, mistakes.size())));
    }

    /** Returns the matrix as CSV: a line for each true class, a column for each predicted one, both named. */
    public String toCsv(List<String> classNames) {
        if (classNames.size() != classes()) {
            throw new IllegalArgumentException(
                    "The matrix has " + classes() + " classes, but got " + classNames.size() + " class names");
        }
        Csv csv = new Csv();
        List<String> header = new ArrayList<>(List.of("true \\ predicted"));
        header.addAll(classNames);
        csv.row(header);
        for (int label = 0; label < classes(); label++) {
            List<String> row = new ArrayList<>(List.of(classNames.get(label)));
            for (long count : counts[label]) {
                row.add(Long.toString(count));
            }
            csv.row(row);
        }
        return csv.toString();
    }

    private int checked(String what, int value) {
        if (value < 0 || value >= counts.length) {
            throw new IllegalArgumentException(
                    "A " + what + " is in 0 .. " + (counts.length - 1) + " here, but got " + value);
        }
        return value;
    }
}
