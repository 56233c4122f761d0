package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.io.DataFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final Path HOME = Path.of("home", "ada");

    @TempDir
    Path root;

    @Test
    void theOptionWinsOverTheEnvironmentAndThatOverTheHome() {
        assertThat(DataFolder.resolve(Path.of("x"), "y", HOME).root()).isEqualTo(Path.of("x"));
        assertThat(DataFolder.resolve(null, "y", HOME).root()).isEqualTo(Path.of("y"));
        assertThat(DataFolder.resolve(null, " ", HOME).root()).isEqualTo(HOME.resolve(".gradlab/data"));
        assertThat(DataFolder.resolve(null, null, HOME).root()).isEqualTo(HOME.resolve(".gradlab/data"));
    }

    @Test
    void opensEachPartOfFashionMnist() throws IOException {
        Path folder = Files.createDirectories(root.resolve("fashion-mnist"));
        Files.write(
                folder.resolve("train-images-idx3-ubyte"), SampleFiles.idx(0x803, new int[] {2, 1, 1}, new byte[2]));
        Files.write(folder.resolve("train-labels-idx1-ubyte"), SampleFiles.idx(0x801, new int[] {2}, new byte[2]));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), SampleFiles.idx(0x803, new int[] {1, 1, 1}, new byte[1]));
        Files.write(folder.resolve("t10k-labels-idx1-ubyte"), SampleFiles.idx(0x801, new int[] {1}, new byte[] {5}));
        DataFolder data = new DataFolder(root);

        assertThat(data.train("fashion-mnist").size()).isEqualTo(2);
        assertThat(data.test("fashion-mnist")
                        .classNames()
                        .get(data.test("fashion-mnist").label(0)))
                .isEqualTo("Sandal");
    }

    @Test
    void opensSingleBatchesOfCifar() throws IOException {
        Path folder = Files.createDirectories(root.resolve("cifar-10-batches-bin"));
        for (int i = 1; i <= 5; i++) {
            Files.write(folder.resolve("data_batch_" + i + ".bin"), SampleFiles.cifar(i));
        }
        DataFolder data = new DataFolder(root);

        assertThat(data.cifarBatch(5).label(0)).isEqualTo(5);
        assertThat(data.train("cifar-10").size()).isEqualTo(5);
        assertThatThrownBy(() -> data.cifarBatch(6)).hasMessageContaining("1 to 5");
    }

    @Test
    void saysThatOnlyAPartOfTheCifarTestSetIsThere() throws IOException {
        Path folder = Files.createDirectories(root.resolve("cifar-10-batches-bin"));
        Files.write(folder.resolve("test_batch_first1000.bin"), SampleFiles.cifar(1));
        DataFolder data = new DataFolder(root);

        assertThat(data.hasCifarTest()).isFalse();
        assertThatThrownBy(() -> data.test("cifar-10"))
                .isInstanceOf(DataFormatException.class)
                .hasMessageStartingWith(folder.resolve("test_batch.bin") + ": there is only test_batch_first1000.bin");
    }

    @Test
    void namesTheSetsThatItKnows() {
        assertThatThrownBy(() -> new DataFolder(root).train("minst"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no set \"minst\"; there are mnist, fashion-mnist, cifar-10");
    }
}
