package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Embeddings in which the nearest neighbours of a sample are asked for.
 *
 * @param embeddings {@code [N, D]}, no two of them equally far from the sample
 */
record NeighbourCase(Bench bench, Tensor embeddings, int sample, int count) {

    /** Returns points on a line: 0, 1, 3, -40, 8, 20; the neighbours of 3 are 1 and 0. */
    static NeighbourCase ramp(Bench bench) {
        return new NeighbourCase(bench, Tensor.vector(0, 1, 3, -40, 8, 20).reshape(6, 1), 2, 2);
    }

    void check() {
        int[] actual = bench.ask(new Probe.OfFunction(
                        "neighbours", List.of(Value.of(embeddings), Value.of(sample), Value.of(count))))
                .labels("result");
        int[] near = byKey(this::squaredDistance); // itself first
        bench.compare(
                "neighbours of sample " + sample,
                vector(actual),
                vector(Arrays.copyOfRange(near, 1, count + 1)),
                List.of(
                        new Misconception(
                                "the list begins with the sample itself, at distance 0; leave it out",
                                vector(Arrays.copyOf(near, count))),
                        new Misconception(
                                "the list begins at rank " + count + " where it should end: the slice is the wrong one",
                                vector(Arrays.copyOfRange(near, count, 2 * count))),
                        new Misconception(
                                "the farthest were taken",
                                vector(Arrays.copyOf(byKey(i -> -squaredDistance(i)), count))),
                        new Misconception(
                                "the largest scalar products were taken; a long vector need not be near",
                                vector(IntStream.of(byKey(i -> -product(i)))
                                        .filter(i -> i != sample)
                                        .limit(count)
                                        .toArray())),
                        new Misconception(
                                "the neighbours are right, but the nearest does not come first",
                                vector(reversed(Arrays.copyOfRange(near, 1, count + 1))))));
    }

    private int[] byKey(IntToDoubleFunction key) {
        return IntStream.range(0, embeddings.dim(0))
                .boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double squaredDistance(int other) {
        double sum = 0;
        for (int i = 0; i < embeddings.dim(1); i++) {
            double difference = (double) embeddings.at(sample, i) - embeddings.at(other, i);
            sum += difference * difference;
        }
        return sum;
    }

    private double product(int other) {
        double sum = 0;
        for (int i = 0; i < embeddings.dim(1); i++) {
            sum += (double) embeddings.at(sample, i) * embeddings.at(other, i);
        }
        return sum;
    }

    private static int[] reversed(int[] ranks) {
        return IntStream.range(0, ranks.length)
                .map(i -> ranks[ranks.length - 1 - i])
                .toArray();
    }

    private static DoubleTensor vector(int[] values) {
        DoubleTensor vector = DoubleTensor.zeros(values.length);
        Arrays.setAll(vector.data(), i -> values[i]);
        return vector;
    }
}
