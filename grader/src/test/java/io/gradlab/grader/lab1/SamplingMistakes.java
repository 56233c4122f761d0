package io.gradlab.grader.lab1;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The mistakes that task 1.10's checks must recognise. */
final class SamplingMistakes {

    private SamplingMistakes() {}

    static List<Mistake> all() {
        return List.of(
                batches(
                        "batches: last one dropped",
                        (n, size, seed, epoch) -> core().batches(n, size, seed, epoch).stream()
                                .filter(batch -> batch.length == size)
                                .toList(),
                        "the last, smaller batch was dropped"),
                batches(
                        "batches: drawn with repetition",
                        (n, size, seed, epoch) -> cut(with(seed.stream("shuffle", epoch), n), size),
                        "so that none comes again"),
                batches(
                        "batches: same order",
                        (n, size, seed, _) -> core().batches(n, size, seed, 0),
                        "epochs 0 and 1 have the same order"),
                batches(
                        "batches: not shuffled",
                        (n, size, _, _) -> cut(IntStream.range(0, n).toArray(), size),
                        "shuffle them"),
                batches(
                        "batches: the batches are shuffled",
                        (n, size, seed, epoch) -> {
                            List<int[]> inOrder = cut(IntStream.range(0, n).toArray(), size);
                            boolean even = n % size == 0;
                            int[] order = seed.stream("shuffle", epoch).permutation(inOrder.size());
                            return even
                                    ? Arrays.stream(order)
                                            .mapToObj(inOrder::get)
                                            .toList()
                                    : inOrder;
                        },
                        "the order of the batches is random, but not what is in them"),
                batches(
                        "batches: shuffled within",
                        (n, size, seed, epoch) -> cut(IntStream.range(0, n).toArray(), size).stream()
                                .map(batch -> shuffled(batch, seed.stream("shuffle", epoch)))
                                .toList(),
                        "within their batch only"),
                batches(
                        "batches: seed ignored",
                        (n, size, _, epoch) -> core().batches(n, size, new Seed(1), epoch),
                        "another seed gives the same order"),
                split(
                        "split: overlap",
                        (n, validation, test, seed) -> {
                            List<int[]> right = core().split(n, validation, test, seed);
                            int[] order = seed.stream("split").permutation(n);
                            int training = n - validation - test;
                            return List.of(
                                    right.getFirst(),
                                    right.get(1),
                                    Arrays.copyOfRange(order, Math.max(0, training - 1), training - 1 + test));
                        },
                        "is in training and in test"),
                split(
                        "split: in order",
                        (n, validation, test, _) -> parts(IntStream.range(0, n).toArray(), validation, test),
                        "let chance decide"),
                split(
                        "split: seed ignored",
                        (n, validation, test, _) -> core().split(n, validation, test, new Seed(1)),
                        "another seed gives the same split"));
    }

    private interface Batches {
        List<int[]> of(int samples, int batchSize, Seed seed, int epoch);
    }

    private interface Split {
        List<int[]> of(int samples, int validation, int test, Seed seed);
    }

    private static Mistake batches(String name, Batches wrong, String says) {
        return new Mistake(
                name,
                SamplingChecks.class,
                new AlteredLab1() {
                    @Override
                    public List<int[]> batches(int samples, int batchSize, Seed seed, int epoch) {
                        return wrong.of(samples, batchSize, seed, epoch);
                    }
                },
                says);
    }

    private static Mistake split(String name, Split wrong, String says) {
        return new Mistake(
                name,
                SamplingChecks.class,
                new AlteredLab1() {
                    @Override
                    public List<int[]> split(int samples, int validation, int test, Seed seed) {
                        return wrong.of(samples, validation, test, seed);
                    }
                },
                says);
    }

    private static AlteredLab1 core() {
        return new AlteredLab1();
    }

    private static List<int[]> parts(int[] order, int validation, int test) {
        int training = order.length - validation - test;
        return List.of(
                Arrays.copyOfRange(order, 0, training),
                Arrays.copyOfRange(order, training, training + validation),
                Arrays.copyOfRange(order, training + validation, order.length));
    }

    private static List<int[]> cut(int[] order, int size) {
        return IntStream.iterate(0, from -> from < order.length, from -> from + size)
                .mapToObj(from -> Arrays.copyOfRange(order, from, Math.min(order.length, from + size)))
                .toList();
    }

    private static int[] with(RandomStream random, int samples) {
        return IntStream.range(0, samples).map(i -> random.below(i, samples)).toArray();
    }

    private static int[] shuffled(int[] batch, RandomStream random) {
        return Arrays.stream(random.permutation(batch.length))
                .map(i -> batch[i])
                .toArray();
    }
}
