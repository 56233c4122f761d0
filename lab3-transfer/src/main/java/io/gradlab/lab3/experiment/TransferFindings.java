package io.gradlab.lab3.experiment;

import io.gradlab.cli.TextTable;
import io.gradlab.nn.metric.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a confusion matrix says, in words, beside report F's where that is about the same classes.
 *
 * @param published whether to put the report's findings beside
 */
record TransferFindings(ConfusionMatrix matrix, List<String> names, boolean published) {
    private static final int PAIRS = 4;

    /** Returns one row for each finding. */
    TextTable table() {
        List<List<String>> rows = new ArrayList<>();
        double[] accuracies = matrix.perClassAccuracy();
        int best = largest(k -> accuracies[k]);
        int worst = largest(k -> -accuracies[k]);
        add(rows, "test accuracy", percent(matrix.accuracy()), percent(PublishedTransfer.ACCURACY / 100));
        add(rows, "best class", share(best, accuracies), PublishedTransfer.BEST_CLASS);
        add(rows, "worst class", share(worst, accuracies), PublishedTransfer.WORST_CLASS);
        String pairs = matrix.mostConfused(PAIRS).stream()
                .map(pair -> names.get(pair.actual()) + " → " + names.get(pair.predicted()) + " " + pair.count())
                .collect(Collectors.joining(", "));
        add(rows, "most confused", pairs.isEmpty() ? "none" : pairs, PublishedTransfer.CONFUSED);
        add(rows, "most false negatives", count(matrix::falseNegatives), PublishedTransfer.FALSE_NEGATIVES);
        add(rows, "most false positives", count(matrix::falsePositives), PublishedTransfer.FALSE_POSITIVES);
        return new TextTable(header("finding"), rows);
    }

    /** Returns the accuracy of each class. */
    TextTable classes() {
        List<List<String>> rows = new ArrayList<>();
        double[] accuracies = matrix.perClassAccuracy();
        for (int k = 0; k < names.size(); k++) {
            add(rows, names.get(k), percent(accuracies[k]), percent(PublishedTransfer.CLASSES.get(k) / 100));
        }
        return new TextTable(header("class"), rows);
    }

    private List<String> header(String first) {
        return published ? List.of(first, "this run", "published") : List.of(first, "this run");
    }

    private void add(List<List<String>> rows, String what, String ours, String theirs) {
        rows.add(published ? List.of(what, ours, theirs) : List.of(what, ours));
    }

    private interface ClassCount {
        long of(int label);
    }

    private String count(ClassCount counts) {
        int most = largest(k -> counts.of(k));
        return names.get(most) + " (" + counts.of(most) + ")";
    }

    private String share(int label, double[] accuracies) {
        return names.get(label) + " (" + String.format(Locale.ROOT, "%.1f %%", 100 * accuracies[label]) + ")";
    }

    private int largest(IntToDoubleFunction value) {
        int best = 0;
        for (int k = 1; k < names.size(); k++) {
            best = value.applyAsDouble(k) > value.applyAsDouble(best) ? k : best;
        }
        return best;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }
}
