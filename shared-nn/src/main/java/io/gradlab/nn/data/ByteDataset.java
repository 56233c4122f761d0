package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Shape;
import java.util.List;

/** Samples kept as bytes, a quarter of their size as float32; byte b is read as the number b / 255. */
public final class ByteDataset implements Dataset {
    private static final float[] NUMBERS = numbers();

    private final Shape sampleShape;
    private final List<String> classNames;
    private final byte[] pixels; // sample by sample, unsigned
    private final byte[] labels; // each in 0 .. classNames.size() - 1

    /**
     * Creates a set over the given arrays, which are used, not copied.
     *
     * @param pixels unsigned bytes, sample after sample, each row-major in {@code sampleShape}
     * @param labels one for each sample, an index into {@code classNames}
     * @throws IllegalArgumentException if the numbers of pixels and labels do not fit, or a label is out of range
     */
    public ByteDataset(Shape sampleShape, List<String> classNames, byte[] pixels, byte[] labels) {
        if (pixels.length != (long) labels.length * sampleShape.size()) {
            throw new IllegalArgumentException(labels.length + " samples of " + sampleShape + " have "
                    + (long) labels.length * sampleShape.size() + " pixels, but got " + pixels.length);
        }
        for (int i = 0; i < labels.length; i++) {
            if (Byte.toUnsignedInt(labels[i]) >= classNames.size()) {
                throw new IllegalArgumentException("Label " + Byte.toUnsignedInt(labels[i]) + " of sample " + i
                        + " is not below " + classNames.size());
            }
        }
        this.sampleShape = sampleShape;
        this.classNames = List.copyOf(classNames);
        this.pixels = pixels;
        this.labels = labels;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public Shape sampleShape() {
        return sampleShape;
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public int label(int sample) {
        return labels[sample] & 0xFF;
    }

    @Override
    public void read(int sample, float[] target, int offset) {
        int count = sampleShape.size();
        int begin = sample * count;
        for (int i = 0; i < count; i++) {
            target[offset + i] = NUMBERS[pixels[begin + i] & 0xFF];
        }
    }

    private static float[] numbers() {
        float[] numbers = new float[256];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i / 255f;
        }
        return numbers;
    }
}
