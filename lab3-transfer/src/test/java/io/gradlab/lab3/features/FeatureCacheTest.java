package io.gradlab.lab3.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {
    private static final Preparation PREPARATION = new Preparation(16, false, Convention.TORCHVISION);
    private static final Dataset IMAGES = SyntheticShapes.shapes(new Seed(1), 130);

    @TempDir
    private Path folder;

    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** Counts the images that pass through it. */
    private record Counting(Layer inner, AtomicInteger images) implements Layer {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            images.addAndGet(input.dim(0));
            return inner.forward(input, pass);
        }

        @Override
        public Tensor backward(Tensor outputGradient) {
            return inner.backward(outputGradient);
        }

        @Override
        public List<io.gradlab.nn.layer.Parameter> parameters() {
            return inner.parameters();
        }

        @Override
        public Shape outputShape(Shape input) {
            return inner.outputShape(input);
        }

        @Override
        public String toString() {
            return inner.toString();
        }
    }

    @Test
    void featuresAreTheNetworksInHalfPrecisionAndComputedOnce() {
        Counting network = network(1);

        Dataset first = cache().of(network, PREPARATION, IMAGES, "images");
        Dataset second = cache().of(network, PREPARATION, IMAGES, "images");

        assertThat(network.images()).hasValue(130);
        assertThat(first.size()).isEqualTo(130);
        assertThat(first.sampleShape()).isEqualTo(Shape.of(32, 8, 8));
        requireRight(first);
        requireRight(second);
        assertThat(files(".part")).isEmpty();
    }

    @Test
    void otherWeightsImagesOrPreparationsAreOtherFeatures() {
        Dataset others = SyntheticShapes.shapes(new Seed(2), 130);
        FeatureKey key = FeatureKey.of(network(1), PREPARATION, IMAGES);
        assertThat(FeatureKey.of(network(1), PREPARATION, IMAGES)).isEqualTo(key);
        assertThat(FeatureKey.of(network(2), PREPARATION, IMAGES)).isNotEqualTo(key);
        assertThat(FeatureKey.of(network(1), PREPARATION, others)).isNotEqualTo(key);
        assertThat(FeatureKey.of(network(1), new Preparation(16, true, Convention.TORCHVISION), IMAGES))
                .isNotEqualTo(key);
        assertThat(FeatureKey.of(network(1), new Preparation(16, false, Convention.CAFFE), IMAGES))
                .isNotEqualTo(key);
    }

    @Test
    void aFileThatAKillLeftGoesOnWhereItWasLastOnTheDisk() throws IOException {
        cache().of(network(1), PREPARATION, IMAGES, "images");
        Path whole = files(".f16").getFirst();
        Path part = Path.of(whole.toString().replace(".f16", ".part"));
        Files.move(whole, part);
        int row = 32 * 8 * 8 * Short.BYTES;
        try (RandomAccessFile cut = new RandomAccessFile(part.toFile(), "rw")) {
            cut.setLength(90L * row + 17); // in the middle of a sample
            cut.seek(60L * row);
            cut.write(new byte[30 * row]); // not forced to the disk before the power cut
        }
        Files.writeString(FeatureWriter.note(part), "60");
        Counting network = network(1);

        requireRight(cache().of(network, PREPARATION, IMAGES, "images"));

        assertThat(network.images()).hasValue(70);
    }

    @Test
    void aFileThatWasCutOrWithoutItsNoteIsComputedAnew() throws IOException {
        cache().of(network(1), PREPARATION, IMAGES, "images");
        Path whole = files(".f16").getFirst();
        try (RandomAccessFile cut = new RandomAccessFile(whole.toFile(), "rw")) {
            cut.setLength(1000);
        }
        Files.write(Path.of(whole.toString().replace(".f16", ".part")), new byte[5000]);
        Counting network = network(1);

        requireRight(cache().of(network, PREPARATION, IMAGES, "images"));

        assertThat(network.images()).hasValue(130);
    }

    @Test
    void ofTwoAtOnceOneComputesAndTheOtherWaits() throws InterruptedException {
        AtomicInteger images = new AtomicInteger();
        List<Dataset> results = new CopyOnWriteArrayList<>();
        Runnable work =
                () -> results.add(cache().of(new Counting(network(1).inner(), images), PREPARATION, IMAGES, "images"));
        Thread one = Thread.ofPlatform().start(work);
        Thread two = Thread.ofPlatform().start(work);
        one.join();
        two.join();

        assertThat(images).hasValue(130);
        assertThat(results).hasSize(2);
        results.forEach(FeatureCacheTest::requireRight);
    }

    private FeatureCache cache() {
        return new FeatureCache(folder, lines::add);
    }

    private static Counting network(long seed) {
        Backbone small = Backbones.small(PREPARATION.shape(), 1, false, new Seed(seed));
        return new Counting(new Sequential(small.first(1)), new AtomicInteger());
    }

    private static void requireRight(Dataset features) {
        Layer network = network(1).inner();
        for (int sample : new int[] {0, 49, 50, 60, 89, 129}) {
            Tensor image = Tensor.zeros(1, 3, 32, 32);
            IMAGES.read(sample, image.data(), 0);
            Tensor expected = network.forward(PREPARATION.of(image), Pass.evaluation());
            float[] actual = new float[expected.size()];
            features.read(sample, actual, 0);
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i])
                        .as("sample %d, number %d", sample, i)
                        .isEqualTo(Float.float16ToFloat(Float.floatToFloat16(expected.data()[i])));
            }
            assertThat(features.label(sample)).isEqualTo(IMAGES.label(sample));
        }
    }

    private List<Path> files(String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
