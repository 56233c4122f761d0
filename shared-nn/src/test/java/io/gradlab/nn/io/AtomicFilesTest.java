package io.gradlab.nn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void createsTheFileAndItsFolders() throws IOException {
        Path file = folder.resolve("a/b/c.txt");

        AtomicFiles.writeText(file, "größer\n");

        assertThat(file).hasContent("größer\n");
        assertThat(namesIn(file.getParent())).containsExactly("c.txt");
    }

    @Test
    void replacesTheWholeContent() throws IOException {
        Path file = folder.resolve("file");

        AtomicFiles.write(file, new byte[100]);
        AtomicFiles.write(file, new byte[] {1, 2});

        assertThat(file).hasBinaryContent(new byte[] {1, 2});
    }

    @Test
    void keepsTheOldContentWhenTheWriterFails() throws IOException {
        Path file = folder.resolve("file");
        AtomicFiles.writeText(file, "old");

        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("the source dried up");
                }))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write " + file + ": the source dried up; ")
                .hasMessageNotContaining("\n");

        assertThat(file).hasContent("old");
        assertThat(namesIn(folder)).containsExactly("file");
    }

    @Test
    void leavesNoTemporaryFileAfterAProgrammingError() throws IOException {
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("file"), out -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(namesIn(folder)).isEmpty();
    }

    @Test
    void namesWhatIsInTheWay() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("plain"), "file");

        assertThatThrownBy(() -> AtomicFiles.writeText(notAFolder.resolve("x.csv"), "1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write " + notAFolder.resolve("x.csv"))
                .hasMessageContaining(notAFolder + " is in the way");
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
