package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.tensor.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Task 1.10. */
@Task(id = "1.10", title = "mini-batches", points = 8)
public class SamplingChecks {
    private static final String[] PARTS = {"training", "validation", "test"};
    private static final int MANY = 120; // orders of so many are never equal by chance

    @Check(value = "split of ten samples", points = 0, rank = 1)
    void splitOfTen(Bench bench) {
        checkSplit(bench, 10, 2, 3);
    }

    @Check(value = "split in three", points = 1.5, rank = 2)
    void splitInThree(Bench bench) {
        checkSplit(bench, 97, 13, 21);
        checkSplit(bench, 20, 0, 5);
        checkSplit(bench, 20, 5, 0);
        checkSplit(bench, 7, 3, 4);
    }

    @Check(value = "split by chance", points = 1, rank = 3)
    void splitByChance(Bench bench) {
        List<int[]> parts = split(bench, MANY, 40, 40, bench.seed());
        bench.require(
                !Arrays.equals(sorted(parts.getFirst()), range(0, 40))
                        && !Arrays.equals(sorted(parts.getFirst()), range(80, MANY)),
                "the training part is a run of consecutive samples: data are often sorted, so let chance decide which "
                        + "sample goes where.");
        bench.require(
                equal(parts, split(bench, MANY, 40, 40, bench.seed())),
                "the same seed gives another split: take random numbers from the seed alone.");
        bench.require(
                !equal(parts, split(bench, MANY, 40, 40, bench.seed().derive("another"))),
                "another seed gives the same split: take random numbers from the seed.");
    }

    @Check(value = "each sample once in an epoch", points = 2.5, rank = 4)
    void eachSampleOnce(Bench bench) {
        checkBatches(bench, 10, 4, 0);
        checkBatches(bench, 12, 4, 1);
        checkBatches(bench, 100, 7, 2);
        checkBatches(bench, 5, 8, 0);
        checkBatches(bench, 6, 6, 3);
        checkBatches(bench, 3, 1, 0);
    }

    @Check(value = "in a random order", points = 1, rank = 5)
    void inRandomOrder(Bench bench) {
        List<int[]> batches = batches(bench, MANY, 10, bench.seed(), 0);
        int[] order = joined(batches);
        bench.require(
                !Arrays.equals(order, range(0, MANY)), "the samples come in the order of the data; shuffle them.");
        boolean inPlace = IntStream.range(0, batches.size())
                .allMatch(i -> Arrays.equals(sorted(batches.get(i)), range(10 * i, 10 * i + 10)));
        bench.require(!inPlace, "samples are shuffled within their batch only; shuffle all of them first.");
        bench.require(
                batches.stream().anyMatch(batch -> spread(batch) > 9),
                "each batch holds ten neighbours: the order of the batches is random, but not what is in them.");
    }

    @Check(value = "another order in each epoch", points = 1.25, rank = 6)
    void anotherOrderInEachEpoch(Bench bench) {
        int[] first = joined(batches(bench, MANY, 10, bench.seed(), 0));
        for (int epoch = 1; epoch < 4; epoch++) {
            int[] other = joined(batches(bench, MANY, 10, bench.seed(), epoch));
            bench.require(
                    !Arrays.equals(first, other),
                    "epochs 0 and " + epoch + " have the same order: make the epoch the stream's step, "
                            + "seed.stream(\"shuffle\", epoch).");
            bench.require(
                    !Arrays.equals(sorted(first, 10), sorted(other, 10)),
                    "epochs 0 and " + epoch
                            + " begin with the same ten samples: shuffle all samples, not the batches.");
        }
    }

    @Check(value = "come from the seed", points = 0.75, rank = 7)
    void comeFromTheSeed(Bench bench) {
        int[] order = joined(batches(bench, MANY, 10, bench.seed(), 2));
        bench.require(
                Arrays.equals(order, joined(batches(bench, MANY, 10, bench.seed(), 2))),
                "the same seed and epoch give another order: take random numbers from seed and epoch alone.");
        bench.require(
                !Arrays.equals(
                        order, joined(batches(bench, MANY, 10, bench.seed().derive("another"), 2))),
                "another seed gives the same order: take random numbers from the seed.");
    }

    private static void checkSplit(Bench bench, int samples, int validation, int test) {
        List<int[]> parts = split(bench, samples, validation, test, bench.seed());
        String call = "split(" + samples + ", " + validation + ", " + test + ", seed)";
        bench.require(parts.size() == 3, call + " returns " + parts.size() + " parts, expected 3.");
        int[] sizes = {samples - validation - test, validation, test};
        SampleCount count = new SampleCount(samples);
        for (int part = 0; part < 3; part++) {
            count.add(parts.get(part), PARTS[part]).ifPresent(p -> bench.require(false, call + ": " + p));
        }
        for (int part = 0; part < 3; part++) {
            int size = parts.get(part).length;
            bench.require(
                    size == sizes[part],
                    call + ": the " + PARTS[part] + " part has " + size + " samples, expected " + sizes[part]
                            + (part == 0 && size < sizes[0] ? "; all that are in no other part are for training" : "")
                            + ".");
        }
    }

    private static void checkBatches(Bench bench, int samples, int batchSize, int epoch) {
        List<int[]> batches = batches(bench, samples, batchSize, bench.seed(), epoch);
        String call = "batches(" + samples + ", " + batchSize + ", seed, " + epoch + ")";
        SampleCount count = new SampleCount(samples);
        for (int i = 0; i < batches.size(); i++) {
            count.add(batches.get(i), "batch " + i).ifPresent(p -> bench.require(false, call + ": " + p));
        }
        bench.require(
                count.missing() != samples % batchSize || count.missing() == 0,
                call + ": the last " + count.missing()
                        + " samples are in no batch: the last, smaller batch was dropped.");
        bench.require(count.missing() == 0, call + ": " + count.missing() + " samples are in no batch.");
        bench.require(
                batches.stream().noneMatch(batch -> batch.length == 0),
                call + ": a batch is empty; stop when all samples are in one.");
        for (int i = 0; i < batches.size(); i++) {
            int size = Math.min(batchSize, samples - i * batchSize);
            bench.require(
                    batches.get(i).length == size,
                    call + ": batch " + i + " has " + batches.get(i).length + " samples, expected " + size + ".");
        }
    }

    private static List<int[]> split(Bench bench, int samples, int validation, int test, Seed seed) {
        return bench.ask(new Probe.OfFunction(
                        "split",
                        List.of(Value.of(samples), Value.of(validation), Value.of(test), Value.of(seed.value()))))
                .lists("result");
    }

    private static List<int[]> batches(Bench bench, int samples, int batchSize, Seed seed, int epoch) {
        return bench.ask(new Probe.OfFunction(
                        "batches",
                        List.of(Value.of(samples), Value.of(batchSize), Value.of(seed.value()), Value.of(epoch))))
                .lists("result");
    }

    private static boolean equal(List<int[]> one, List<int[]> other) {
        return one.size() == other.size()
                && IntStream.range(0, one.size()).allMatch(i -> Arrays.equals(one.get(i), other.get(i)));
    }

    private static int[] joined(List<int[]> lists) {
        return lists.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static int[] sorted(int[] numbers) {
        return sorted(numbers, numbers.length);
    }

    private static int[] sorted(int[] numbers, int first) {
        return Arrays.stream(numbers).limit(first).sorted().toArray();
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int spread(int[] batch) {
        return Arrays.stream(batch).max().orElse(0) - Arrays.stream(batch).min().orElse(0);
    }
}
