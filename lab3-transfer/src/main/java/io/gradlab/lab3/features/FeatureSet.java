package io.gradlab.lab3.features;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** Features in a mapped file of half precision, sample after sample, with the labels of the images they are of. */
final class FeatureSet implements Dataset {
    static final ValueLayout.OfShort HALF = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Dataset images;
    private final Shape shape;
    private final MemorySegment numbers;

    private FeatureSet(Dataset images, Shape shape, MemorySegment numbers) {
        this.images = images;
        this.shape = shape;
        this.numbers = numbers;
    }

    /** Maps a complete file; it stays mapped until the set is garbage. */
    static FeatureSet map(Path file, Dataset images, Shape shape) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            MemorySegment numbers = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new FeatureSet(images, shape, numbers);
        }
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public Shape sampleShape() {
        return shape;
    }

    @Override
    public List<String> classNames() {
        return images.classNames();
    }

    @Override
    public int label(int sample) {
        return images.label(sample);
    }

    @Override
    public void read(int sample, float[] target, int offset) {
        long begin = (long) sample * shape.size() * Short.BYTES;
        for (int i = 0; i < shape.size(); i++) {
            target[offset + i] = Float.float16ToFloat(numbers.get(HALF, begin + (long) i * Short.BYTES));
        }
    }
}
