package io.gradlab.grader.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.grader.oracle.ConfusionOracle;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What goes wrong in counting, and in judging reports. */
final class VerdictMistakes {

    private VerdictMistakes() {}

    static List<Mistake> all() {
        return Stream.of(counts(), accuracies(), neighbours(), penalties(), sizes(), samples(), agreements(), floors())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mistake> counts() {
        return List.of(
                counted("confusion: transposed", DoubleTensor::transposed, "rows and columns were exchanged"),
                counted(
                        "confusion: mistakes alone",
                        t -> {
                            DoubleTensor hits = ConfusionOracle.hits(t);
                            DoubleTensor copy = t.map(x -> x);
                            for (int k = 0; k < hits.data().length; k++) {
                                copy.data()[k * t.dim(1) + k] = 0;
                            }
                            return copy;
                        },
                        "only mistakes were counted"),
                counted(
                        "confusion: shares",
                        t -> t.times(1 / Math.max(1, Arrays.stream(t.data()).sum())),
                        "the counts were divided by the number of samples"));
    }

    private static Mistake counted(String name, UnaryOperator<DoubleTensor> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Tensor confusion(int[] labels, int[] predictions, int classes) {
                return Mistakes.change(super.confusion(labels, predictions, classes), wrong);
            }
        };
        return new Mistake(name, ConfusionChecks.class, lab, says);
    }

    private static List<Mistake> accuracies() {
        return List.of(
                accurate(
                        "accuracy: of columns",
                        t -> ConfusionOracle.accuracies(t.transposed()),
                        "the column's sum was taken"),
                accurate(
                        "accuracy: of all",
                        t -> ConfusionOracle.hits(t)
                                .times(1 / Arrays.stream(t.data()).sum()),
                        "the hits were divided by all samples"),
                accurate(
                        "accuracy: per cent", t -> ConfusionOracle.accuracies(t).times(100), "it is in per cent"));
    }

    private static Mistake accurate(String name, UnaryOperator<DoubleTensor> wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public Tensor classAccuracies(Tensor counts) {
                return Mistakes.change(counts, wrong);
            }
        };
        return new Mistake(name, ConfusionChecks.class, lab, says);
    }

    /** Takes what is asked for of the right ranking: the sample itself, then its neighbours. */
    private interface Slice {
        int[] of(int[] ranking, int count);
    }

    private static List<Mistake> neighbours() {
        return List.of(
                sliced("neighbours: itself", Arrays::copyOf, "the list begins with the sample itself"),
                sliced(
                        "neighbours: slice from count",
                        (ranking, count) -> Arrays.copyOfRange(ranking, count, 2 * count),
                        "where it should end: the slice is the wrong one"),
                sliced(
                        "neighbours: farthest",
                        (ranking, count) -> IntStream.range(0, count)
                                .map(i -> ranking[ranking.length - 1 - i])
                                .toArray(),
                        "the farthest were taken"),
                sliced(
                        "neighbours: backwards",
                        (ranking, count) -> IntStream.range(0, count)
                                .map(i -> ranking[count - i])
                                .toArray(),
                        "the nearest does not come first"),
                new Mistake(
                        "neighbours: scalar products", RefereeChecks.class, products(), "the largest scalar products"));
    }

    private static Mistake sliced(String name, Slice slice, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public int[] neighbours(Tensor embeddings, int sample, int count) {
                int[] others = super.neighbours(embeddings, sample, embeddings.dim(0) - 1);
                return slice.of(
                        IntStream.concat(IntStream.of(sample), IntStream.of(others))
                                .toArray(),
                        count);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    private static Lab2 products() {
        return new AlteredLab2() {
            @Override
            public int[] neighbours(Tensor embeddings, int sample, int count) {
                return IntStream.range(0, embeddings.dim(0))
                        .filter(other -> other != sample)
                        .boxed()
                        .sorted((a, b) ->
                                Double.compare(product(embeddings, sample, b), product(embeddings, sample, a)))
                        .limit(count)
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
        };
    }

    private static double product(Tensor rows, int one, int other) {
        double sum = 0;
        for (int i = 0; i < rows.dim(1); i++) {
            sum += (double) rows.at(one, i) * rows.at(other, i);
        }
        return sum;
    }

    private static double squares(Tensor tensor) {
        return Arrays.stream(DoubleTensor.of(tensor).data()).map(x -> x * x).sum();
    }

    private interface PenaltyVerdict {
        boolean of(boolean right, Tensor before, Tensor after);
    }

    private static List<Mistake> penalties() {
        return List.of(
                judged(
                        "penalty verdict: by size",
                        (_, before, after) -> squares(after) < squares(before),
                        "only the size of the weights was asked"),
                judged("penalty verdict: exchanged", (right, _, _) -> !right, "the answers are exchanged"),
                judged("penalty verdict: never", (_, _, _) -> false, "after was compared to the last digit"));
    }

    private static Mistake judged(String name, PenaltyVerdict verdict, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public boolean penaltyTrains(Tensor before, Tensor after, Tensor gradient, double rate, double lambda) {
                return verdict.of(super.penaltyTrains(before, after, gradient, rate, lambda), before, after);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    /** The size after a layer. */
    private interface Size {
        int of(int size, int kernel, int stride);
    }

    private static List<Mistake> sizes() {
        return List.of(
                sized("sizes: from 1", (n, k, s) -> Math.floorDiv(n - k, s) + 1, 1, "places were counted from 1"),
                sized(
                        "sizes: padded",
                        (n, k, s) -> Math.floorDiv(n + (k - 1) / 2 * 2 - k, s) + 1,
                        0,
                        "padding was taken for granted"),
                sized("sizes: rounded up", (n, k, s) -> Math.ceilDiv(n - k, s) + 1, 0, "sizes were rounded up"));
    }

    private static Mistake sized(String name, Size after, int first, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public int firstWrongSize(int size, int[] kernels, int[] strides, int[] claimed) {
                int here = size;
                for (int layer = 0; layer < kernels.length; layer++) {
                    here = after.of(here, kernels[layer], strides[layer]);
                    if (here != claimed[layer]) {
                        return layer + first;
                    }
                }
                return -1;
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    /** A count of samples, batch size, and samples of each batch. */
    private interface Count {
        int of(int samples, int batchSize, int perBatch);
    }

    private static List<Mistake> samples() {
        return List.of(
                looped(
                        "counted: no last batch",
                        (n, b, p) -> n / b * Math.min(p, b),
                        "the last batch, which is smaller, was forgotten"),
                looped(
                        "counted: full last batch",
                        (n, b, p) -> Math.ceilDiv(n, b) * Math.min(p, b),
                        "the last batch was counted as a full one"),
                looped(
                        "counted: large batches",
                        (n, b, p) -> Math.ceilDiv(n, b) * p,
                        "a batch was taken to hold at least that many samples"));
    }

    private static Mistake looped(String name, Count count, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public int samplesCounted(int samples, int batchSize, int perBatch) {
                return count.of(samples, batchSize, perBatch);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    /** What chance explains, of an accuracy, the samples and those that were counted. */
    private interface Margin {
        double of(double accuracy, double samples, double counted);
    }

    private static List<Mistake> agreements() {
        return List.of(
                agreeing(
                        "agreement: new samples",
                        (a, _, n) -> 1.96 * Math.sqrt(a * (1 - a) / n),
                        "the factor 1 - n / samples was forgotten"),
                agreeing(
                        "agreement: all samples",
                        (a, all, _) -> 1.96 * Math.sqrt(a * (1 - a) / all),
                        "all samples were taken for n"),
                agreeing(
                        "agreement: one deviation",
                        (a, all, n) -> Math.sqrt(a * (1 - a) / n * (1 - n / all)),
                        "the 1.96 is missing"),
                agreeing(
                        "agreement: no root",
                        (a, all, n) -> 1.96 * a * (1 - a) / n * (1 - n / all),
                        "the root was not taken"));
    }

    private static Mistake agreeing(String name, Margin margin, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public boolean mayAgree(double all, double counted, int samples, int batchSize, int perBatch) {
                int n = samplesCounted(samples, batchSize, perBatch);
                return Math.abs(all - counted) <= margin.of(all, samples, n);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }

    private static List<Mistake> floors() {
        return List.of(
                floor("floor: 0", _ -> 0, "one softmax alone was thought of"),
                floor("floor: ln K", StrictMath::log, "this is ln K"),
                floor("floor: worst case", k -> StrictMath.log(1 + (k - 1) * Math.E), "the worst case instead"),
                floor("floor: probability", k -> Math.E / (Math.E + k - 1), "the probability was returned"));
    }

    private static Mistake floor(String name, DoubleUnaryOperator wrong, String says) {
        Lab2 lab = new AlteredLab2() {
            @Override
            public double doubleSoftmaxFloor(int classes) {
                return wrong.applyAsDouble(classes);
            }
        };
        return new Mistake(name, RefereeChecks.class, lab, says);
    }
}
