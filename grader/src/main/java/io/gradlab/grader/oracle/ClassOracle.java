package io.gradlab.grader.oracle;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a confusion matrix says about its classes.
 *
 * @param counts {@code [K, K]}, row = true class, column = predicted class
 */
public record ClassOracle(DoubleTensor counts) {

    /** A key of a true class, a predicted class and their count. */
    public interface Key {
        /** Returns it. */
        double of(int truth, int prediction, double count);
    }

    /** Returns for each class four numbers, {@code [K, 2, 2]}: 0 is TP, 1 is FN, 2 is FP, 3 is TN. */
    public DoubleTensor oneVsRest(int... order) {
        DoubleTensor matrices = DoubleTensor.zeros(classes(), 2, 2);
        for (int k = 0; k < classes(); k++) {
            double rest = total() - hits(k) - falseNegatives(k) - falsePositives(k);
            double[] four = {hits(k), falseNegatives(k), falsePositives(k), rest};
            for (int i = 0; i < 4; i++) {
                matrices.data()[4 * k + i] = four[order[i]];
            }
        }
        return matrices;
    }

    /** Returns the same with the other classes' hits in the place of TN. */
    public DoubleTensor oneVsRestOfHits() {
        DoubleTensor matrices = oneVsRest(0, 1, 2, 3);
        double all = IntStream.range(0, classes()).mapToDouble(this::hits).sum();
        for (int k = 0; k < classes(); k++) {
            matrices.data()[4 * k + 3] = all - hits(k);
        }
        return matrices;
    }

    /** Returns the first pairs by falling key, as truth and prediction in turn; of equals, row by row. */
    public DoubleTensor pairs(int count, Key key) {
        double[] pairs = IntStream.range(0, counts.data().length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -key.of(i / classes(), i % classes(), counts.data()[i])))
                .limit(count)
                .flatMapToInt(i -> IntStream.of(i / classes(), i % classes()))
                .asDoubleStream()
                .toArray();
        DoubleTensor vector = DoubleTensor.zeros(pairs.length);
        System.arraycopy(pairs, 0, vector.data(), 0, pairs.length);
        return vector;
    }

    /** Returns the class with the largest value; of equals, the smallest number. */
    public int largest(IntToDoubleFunction value) {
        int best = 0;
        for (int k = 1; k < classes(); k++) {
            best = value.applyAsDouble(k) > value.applyAsDouble(best) ? k : best;
        }
        return best;
    }

    /** Returns a class's samples that were predicted right. */
    public double hits(int k) {
        return counts.at(k, k);
    }

    /** Returns a class's samples. */
    public double samples(int k) {
        return IntStream.range(0, classes()).mapToDouble(j -> counts.at(k, j)).sum();
    }

    /** Returns a class's samples that were taken for others. */
    public double falseNegatives(int k) {
        return samples(k) - hits(k);
    }

    /** Returns others' samples that were taken for the class. */
    public double falsePositives(int k) {
        return predicted(k) - hits(k);
    }

    /** Returns the share of a class's samples that were predicted right. */
    public double recall(int k) {
        return hits(k) / samples(k);
    }

    /** Returns the share of the samples predicted as the class that are of it. */
    public double precision(int k) {
        return hits(k) / predicted(k);
    }

    private double predicted(int k) {
        return IntStream.range(0, classes()).mapToDouble(j -> counts.at(j, k)).sum();
    }

    private double total() {
        return IntStream.range(0, classes()).mapToDouble(this::samples).sum();
    }

    private int classes() {
        return counts.dim(0);
    }
}
