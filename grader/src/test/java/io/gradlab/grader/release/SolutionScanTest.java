package io.gradlab.grader.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever gives an answer away is found; what students get anyway is not. */
class SolutionScanTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final Path DENSE = HOME.resolve("solutions/src/main/java/io/gradlab/solutions/lab1/Dense.java");

    @TempDir
    private Path folder;

    @Test
    void aClassOfTheSolutionsInAJar() throws IOException {
        zip("tools.jar", "io/gradlab/solutions/lab1/Dense.class", new byte[] {1});

        assertThat(find()).containsExactly("tools.jar!/io/gradlab/solutions/lab1/Dense.class belongs to the solutions");
    }

    @Test
    void threeLinesOfAnAnswerWithOtherWhiteSpace() throws IOException {
        List<String> answer = MarkedRegions.of(Files.readString(DENSE)).inside().getFirst().lines().stream()
                .filter(line -> !line.isBlank())
                .limit(3)
                .toList();
        Files.writeString(folder.resolve("notes.md"), "A note.\r\n" + String.join("\t\r\n\r\n   ", answer) + "\r\n");

        assertThat(find()).hasSize(1);
        assertThat(find().getFirst()).startsWith("notes.md has lines of the solution in Dense.java: ");
    }

    @Test
    void twoLinesAreNoAnswer() throws IOException {
        List<String> region =
                MarkedRegions.of(Files.readString(DENSE)).inside().getFirst().lines();
        Files.writeString(folder.resolve("notes.md"), String.join("\n", region.subList(0, 2)) + "\nelse\n");

        assertThat(find()).isEmpty();
    }

    @Test
    void aSourceInAJar() throws IOException {
        zip("hints.jar", "Dense.java.txt", Files.readAllBytes(DENSE));

        assertThat(find()).hasSize(1);
    }

    @Test
    void everyReferenceAnswerIsFoundAndNoSkeleton() throws IOException {
        SolutionScan scan = SolutionScan.of(HOME);
        for (Path source : Trees.files(HOME.resolve("solutions/src/main/java"))) {
            String text = Files.readString(source);
            long longest = MarkedRegions.of(text).inside().stream()
                    .mapToLong(region -> region.lines().stream()
                            .filter(line -> !line.isBlank())
                            .count())
                    .max()
                    .orElse(0);
            Files.writeString(folder.resolve("planted.java"), text);
            assertThat(scan.find(folder)).as(source.toString()).hasSize(longest >= 3 ? 1 : 0);
        }
        Files.delete(folder.resolve("planted.java"));
        new Skeletons(HOME).files().forEach((name, text) -> write(name, text));

        assertThat(scan.find(folder)).isEmpty();
    }

    private List<String> find() throws IOException {
        return SolutionScan.of(HOME).find(folder);
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void zip(String name, String entry, byte[] content) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
    }
}
