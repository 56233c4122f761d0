package io.gradlab.course.core;

import io.gradlab.course.ClassReport;
import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.metric.OneVsRest;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What a confusion matrix {@code [K, K]} says, by the engine's own. */
final class CoreClasses {

    private CoreClasses() {}

    static Tensor oneVsRest(Tensor counts) {
        int classes = counts.dim(0);
        Tensor matrices = Tensor.zeros(classes, 2, 2);
        for (int k = 0; k < classes; k++) {
            OneVsRest one = matrix(counts).oneVsRest(k);
            float[] numbers = {one.truePositives(), one.falseNegatives(), one.falsePositives(), one.trueNegatives()};
            System.arraycopy(numbers, 0, matrices.data(), 4 * k, numbers.length);
        }
        return matrices;
    }

    static int[] mostConfused(Tensor counts, int count) {
        int classes = counts.dim(0);
        return IntStream.range(0, counts.size())
                .filter(i -> i / classes != i % classes)
                .boxed()
                .sorted((a, b) -> Float.compare(counts.data()[b], counts.data()[a]))
                .limit(count)
                .flatMapToInt(i -> IntStream.of(i / classes, i % classes))
                .toArray();
    }

    static ClassReport report(Tensor counts) {
        ConfusionMatrix matrix = matrix(counts);
        double[] accuracies = matrix.perClassAccuracy();
        return new ClassReport(
                largest(counts, k -> accuracies[k]),
                largest(counts, k -> -accuracies[k]),
                largest(counts, matrix::falseNegatives),
                largest(counts, matrix::falsePositives));
    }

    private static int largest(Tensor counts, IntToDoubleFunction value) {
        return IntStream.range(0, counts.dim(0))
                .reduce((a, b) -> value.applyAsDouble(b) > value.applyAsDouble(a) ? b : a)
                .orElseThrow();
    }

    static int hits(double percent, int samples) {
        long wanted = Math.round(100 * percent);
        return IntStream.rangeClosed(0, samples)
                .filter(hits -> Math.rint(10_000.0 * hits / samples) == wanted)
                .findFirst()
                .orElse(-1);
    }

    static int disagreement(double percent, Tensor counts) {
        ConfusionMatrix matrix = matrix(counts);
        long diagonal = IntStream.range(0, matrix.classes())
                .mapToLong(k -> matrix.count(k, k))
                .sum();
        return Math.toIntExact(diagonal - hits(percent, Math.toIntExact(matrix.total())));
    }

    static boolean mayBeChance(double one, double other, int samples) {
        double variances = one * (1 - one) / samples + other * (1 - other) / samples;
        return Math.abs(one - other) <= 1.96 * Math.sqrt(variances);
    }

    private static ConfusionMatrix matrix(Tensor counts) {
        ConfusionMatrix matrix = new ConfusionMatrix(counts.dim(0));
        for (int i = 0; i < counts.size(); i++) {
            for (int n = 0; n < counts.data()[i]; n++) {
                matrix.add(i / counts.dim(0), i % counts.dim(0));
            }
        }
        return matrix;
    }
}
