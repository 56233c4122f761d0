package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar10ReaderTest {
    @TempDir
    Path folder;

    @Test
    void joinsBatches() throws IOException {
        Path first = Files.write(folder.resolve("1"), SampleFiles.cifar(3, 9));
        Path second = Files.write(folder.resolve("2"), SampleFiles.cifar(0));

        Dataset set = Cifar10Reader.read(List.of(first, second));
        float[] sample = new float[3072];
        set.read(1, sample, 0);

        assertThat(set.sampleShape()).isEqualTo(Shape.of(3, 32, 32));
        assertThat(new int[] {set.label(0), set.label(1), set.label(2)}).containsExactly(3, 9, 0);
        assertThat(set.classNames().get(set.label(0))).isEqualTo("cat");
        assertThat(sample[0]).isEqualTo(1 / 255f);
        assertThat(sample[1024 + 5]).isEqualTo(6 / 255f);
    }

    @Test
    void findsBrokenFiles() throws IOException {
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(SampleFiles.cifar(1, 2), 6000));
        Path wrong = Files.write(folder.resolve("wrong"), SampleFiles.cifar(1, 200));
        Path missing = folder.resolve("missing");

        assertProblem(cut, "has 6000 bytes, not a multiple of 3073");
        assertProblem(wrong, "label 200 at index 1 is not in 0..9");
        assertProblem(missing, "there is no such file; run ./gradlab data get cifar-10");
    }

    private static void assertProblem(Path file, String problem) {
        assertThatThrownBy(() -> Cifar10Reader.read(List.of(file)))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(problem);
    }
}
