package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Shape;
import java.util.List;
import java.util.Objects;

/** Chosen samples of another set, in a chosen order; nothing is copied. */
public final class Subset implements Dataset {
    private final Dataset source;
    private final int[] samples; // each in 0 .. source.size() - 1

    /**
     * Creates the subset.
     *
     * @param samples indices into {@code source}; sample i of the subset is sample {@code samples[i]} of the source
     * @throws IndexOutOfBoundsException if the source has no such sample
     */
    public Subset(Dataset source, int... samples) {
        for (int sample : samples) {
            Objects.checkIndex(sample, source.size());
        }
        this.source = source;
        this.samples = samples.clone();
    }

    /** Returns the first {@code count} samples, or all if there are fewer. */
    public static Subset first(Dataset source, int count) {
        return range(source, 0, Math.min(count, source.size()));
    }

    /** Returns the samples {@code begin} to {@code end - 1}. */
    public static Subset range(Dataset source, int begin, int end) {
        int[] samples = new int[end - begin];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = begin + i;
        }
        return new Subset(source, samples);
    }

    @Override
    public int size() {
        return samples.length;
    }

    @Override
    public Shape sampleShape() {
        return source.sampleShape();
    }

    @Override
    public List<String> classNames() {
        return source.classNames();
    }

    @Override
    public int label(int sample) {
        return source.label(samples[sample]);
    }

    @Override
    public void read(int sample, float[] target, int offset) {
        source.read(samples[sample], target, offset);
    }
}
