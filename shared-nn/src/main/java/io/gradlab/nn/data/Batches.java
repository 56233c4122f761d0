package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A set's samples in a given order, cut into batches; the last one is smaller if the numbers ask for it.
 *
 * <p>The tensors are reused: a batch is valid until the next one is read. Not for use by several threads.
 */
public final class Batches implements Iterable<Batch> {
    private static final String PURPOSE = "augment";

    private final Dataset dataset;
    private final int batchSize;
    private final int[] order;
    private final Transform transform;
    private final Seed seed;
    private final long epoch;
    private @Nullable Batch full;
    private @Nullable Batch last;

    /** Cuts the samples {@code order[0], order[1], …} into batches of {@code batchSize}. */
    public Batches(Dataset dataset, int batchSize, int[] order) {
        this(dataset, batchSize, order, Transform.NONE, new Seed(0), 0);
    }

    /**
     * Cuts samples into batches and transforms each as it is read.
     *
     * @param seed where the transform's random numbers come from: each sample of each epoch has its own
     */
    public Batches(Dataset dataset, int batchSize, int[] order, Transform transform, Seed seed, long epoch) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch has at least 1 sample, but the batch size is " + batchSize);
        }
        this.dataset = dataset;
        this.batchSize = batchSize;
        this.order = order.clone();
        this.transform = transform;
        this.seed = seed;
        this.epoch = epoch;
    }

    /** Cuts the whole set, in its own order, into batches of {@code batchSize}. */
    public static Batches inOrder(Dataset dataset, int batchSize, Transform transform) {
        int[] order = IntStream.range(0, dataset.size()).toArray();
        return new Batches(dataset, batchSize, order, transform, new Seed(0), 0);
    }

    /** Returns how many batches there are. */
    public int count() {
        return (order.length + batchSize - 1) / batchSize;
    }

    /** Reads batch {@code index}, in 0 .. count - 1; it is valid until the next one is read. */
    public Batch get(int index) {
        Objects.checkIndex(index, count());
        int begin = index * batchSize;
        Batch batch = storage(Math.min(batchSize, order.length - begin));
        float[] targets = batch.targets().data();
        Arrays.fill(targets, 0);
        for (int i = 0; i < batch.size(); i++) {
            int sample = order[begin + i];
            int label = dataset.label(sample);
            batch.labels()[i] = label;
            targets[i * dataset.classes() + label] = 1;
            readSample(sample, batch.inputs().data(), i * dataset.sampleShape().size());
        }
        return batch;
    }

    @Override
    public Iterator<Batch> iterator() {
        return IntStream.range(0, count()).mapToObj(this::get).iterator();
    }

    private void readSample(int sample, float[] target, int offset) {
        dataset.read(sample, target, offset);
        RandomStream random = seed.stream(PURPOSE, epoch * dataset.size() + sample);
        transform.apply(target, offset, dataset.sampleShape(), new Turn(seed, epoch, sample, random));
    }

    private Batch storage(int size) {
        if (size == batchSize) {
            return full == null ? full = allocate(size) : full;
        }
        return last == null ? last = allocate(size) : last;
    }

    private Batch allocate(int size) {
        Tensor inputs = Tensor.zeros(dataset.sampleShape().prepend(size));
        return new Batch(inputs, Tensor.zeros(size, dataset.classes()), new int[size]);
    }
}
