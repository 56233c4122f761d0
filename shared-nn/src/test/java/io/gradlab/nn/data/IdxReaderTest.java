package io.gradlab.nn.data;

import static io.gradlab.nn.data.SampleFiles.gzip;
import static io.gradlab.nn.data.SampleFiles.idx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    private static final byte[] IMAGES = idx(0x803, new int[] {2, 1, 3}, new byte[] {0, 51, -1, 1, 2, 3});
    private static final byte[] LABELS = idx(0x801, new int[] {2}, new byte[] {9, 0});

    @TempDir
    Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        images = Files.write(folder.resolve("images.gz"), gzip(IMAGES));
        labels = Files.write(folder.resolve("labels"), LABELS);
    }

    @Test
    void readsPackedAndPlainFiles() {
        Dataset set = read();
        float[] sample = new float[5];
        set.read(0, sample, 1);

        assertThat(set.size()).isEqualTo(2);
        assertThat(set.sampleShape()).isEqualTo(Shape.of(1, 1, 3));
        assertThat(new int[] {set.label(0), set.label(1)}).containsExactly(9, 0);
        assertThat(sample).containsExactly(0, 0, 51 / 255f, 1, 0);
    }

    @Test
    void tellsHowToGetAMissingFile() throws IOException {
        Files.delete(labels);

        assertProblem(
                folder.resolve("labels.gz"),
                "there is no such file; run ./gradlab data get mnist, or name the folder with --data");
    }

    @Test
    void findsATruncatedGzip() throws IOException {
        byte[] packed = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(packed, packed.length - 12));

        assertProblem(images, "; delete it and run ./gradlab data get mnist");
    }

    @Test
    void findsWhatIsNoGzip() throws IOException {
        Files.write(images, IMAGES);

        assertProblem(images, "GZIP format");
    }

    @Test
    void saysWhichMagicNumberItExpected() throws IOException {
        Files.write(labels, IMAGES);

        assertProblem(labels, "expected the magic number 00000801, found 00000803");
    }

    @Test
    void findsTooFewAndTooManyElements() throws IOException {
        Files.write(images, gzip(Arrays.copyOf(IMAGES, IMAGES.length - 1)));
        assertProblem(images, "its header says 6 elements, but it has only 5");

        Files.write(images, gzip(Arrays.copyOf(IMAGES, IMAGES.length + 1)));
        assertProblem(images, "its header says 6 elements, but it has more");
    }

    @Test
    void doesNotBelieveAHugeHeader() throws IOException {
        Files.write(images, gzip(idx(0x803, new int[] {65536, 65536, 65536}, new byte[5])));
        assertProblem(images, "too many");

        Files.write(images, gzip(idx(0x803, new int[] {-1, 28, 28}, new byte[5])));
        assertProblem(images, "too many");
    }

    @Test
    void findsFilesThatDoNotBelongTogether() throws IOException {
        Files.write(labels, idx(0x801, new int[] {3}, new byte[3]));

        assertProblem(labels, "has 3 labels, but images.gz has 2 images");
    }

    @Test
    void findsALabelOutOfRange() throws IOException {
        Files.write(labels, idx(0x801, new int[] {2}, new byte[] {1, 10}));

        assertProblem(labels, "label 10 at index 1 is not in 0..9");
    }

    @Test
    void findsAnEmptyFile() throws IOException {
        Files.write(labels, new byte[2]);

        assertProblem(labels, "ends too early");
    }

    private Dataset read() {
        return new IdxReader("mnist", ClassNames.DIGITS).read(folder, "images", "labels");
    }

    private void assertProblem(Path file, String problem) {
        assertThatThrownBy(this::read)
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }
}
