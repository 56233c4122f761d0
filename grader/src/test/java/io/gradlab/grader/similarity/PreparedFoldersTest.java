package io.gradlab.grader.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.compile.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedFoldersTest {
    private static final String STUDENT = "io/gradlab/lab1/student/";

    @TempDir
    private Path disk;

    private void folder(String path, String text) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void zip(String path, String entry, String text) throws IOException {
        Files.createDirectories(disk.resolve(path).getParent());
        try (OutputStream out = Files.newOutputStream(disk.resolve(path));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private List<String> files(String folder) throws IOException {
        Path root = disk.resolve("out").resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void preparesSubmissionsSkeletonAndWhatToCompareWith() throws IOException {
        folder("in/anna/src/main/java/" + STUDENT + "Relu.java", "class Relu {}\r\n");
        zip("in/ben.zip", "wherever/" + STUDENT + "deep/Own.java", "\uFEFFclass Own {}\n");
        folder("in/cleo/readme.txt", "nothing");
        zip("2024/anna.zip", STUDENT + "Relu.java", "old");
        folder("home/solutions/src/main/java/io/gradlab/solutions/lab1/Relu.java", "solved");
        folder("home/shared-nn/src/main/java/io/gradlab/nn/layer/Dense.java", "core");

        PreparedFolders.Count prepared = PreparedFolders.prepare(
                "lab1",
                List.of(disk.resolve("in")),
                List.of(disk.resolve("2024")),
                disk.resolve("home"),
                disk.resolve("out"));

        assertThat(prepared).isEqualTo(new PreparedFolders.Count(2, 3, List.of("cleo")));
        assertThat(files("submissions")).containsExactly("anna/Relu.java", "ben/deep/Own.java");
        assertThat(disk.resolve("out/submissions/anna/Relu.java")).hasContent("class Relu {}\n");
        assertThat(Files.readString(disk.resolve("out/submissions/ben/deep/Own.java")))
                .isEqualTo("class Own {}\n");
        assertThat(files("base"))
                .containsExactlyElementsOf(
                        Sources.skeleton().keySet().stream().sorted().toList());
        assertThat(files("old"))
                .containsExactly("2024 anna/Relu.java", "core/nn/layer/Dense.java", "solutions/Relu.java");
    }

    @Test
    void givesEachSubmissionAFolderOfItsOwnInsideOfTheOutput() throws IOException {
        zip("one/...zip", STUDENT + "A.java", "1");
        zip("one/a,b:c.zip", STUDENT + "A.java", "2");
        zip("two/a_b_c.zip", STUDENT + "A.java", "3");

        PreparedFolders.prepare(
                "lab1",
                List.of(disk.resolve("one/...zip"), disk.resolve("one"), disk.resolve("two")),
                List.of(),
                disk.resolve("nowhere"),
                disk.resolve("out"));

        assertThat(files("submissions")).containsExactly("_zip/A.java", "a_b_c (2)/A.java", "a_b_c/A.java");
        assertThat(disk.resolve("out/old")).doesNotExist();
    }
}
