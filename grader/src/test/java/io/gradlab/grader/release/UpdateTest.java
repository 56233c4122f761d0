package io.gradlab.grader.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corrected release comes in; what the student wrote stays. */
class UpdateTest {
    private static final String DENSE = "lab1-mlp/src/main/java/io/gradlab/lab1/student/Dense.java";
    private static final String CONV = "lab2-cnn/src/main/java/io/gradlab/lab2/student/Conv2d.java";

    @TempDir
    private Path folder;

    private Path mine;
    private Path corrected;

    @BeforeEach
    void makeReleases() throws IOException {
        mine = release("mine", "stub");
        corrected = release("new", "better stub");
        write(corrected, "lab1-mlp/README.md", "corrected");
        Files.delete(corrected.resolve("lab1-mlp/old.md"));
        write(corrected, CONV, "a new lab");
        Manifest.write(corrected);
        write(mine, DENSE, "my own work");
        write(mine, "notes.txt", "my notes");
    }

    @Test
    void studentPackagesStayAndTheRestIsCorrected() throws IOException {
        List<String> said = new Update(mine, corrected).run();

        assertThat(mine.resolve(DENSE)).hasContent("my own work");
        assertThat(mine.resolve("notes.txt")).hasContent("my notes");
        assertThat(mine.resolve("lab1-mlp/README.md")).hasContent("corrected");
        assertThat(mine.resolve("lab1-mlp/old.md")).doesNotExist();
        assertThat(mine.resolve(CONV)).hasContent("a new lab");
        assertThat(mine.resolve("release.txt")).hasSameTextualContentAs(corrected.resolve("release.txt"));
        assertThat(said.getFirst()).isEqualTo("3 files written, 1 taken away; your student packages are as they were.");
        assertThat(said).anyMatch(line -> line.startsWith("The skeleton of lab1/Dense.java has changed; compare"));
    }

    @Test
    void aNewFileOfASkeletonDoesNotComeIntoAStudentPackage() throws IOException {
        String added = DENSE.replace("Dense", "Added");
        write(corrected, added, "new");
        Manifest.write(corrected);

        new Update(mine, corrected).run();

        assertThat(mine.resolve(added)).doesNotExist();
    }

    @Test
    void aGivenFileThatWasChangedIsKept() throws IOException {
        write(mine, "lab1-mlp/README.md", "with my remarks");

        List<String> said = new Update(mine, corrected).run();

        Path kept = mine.resolve(".gradlab/update.old-1/lab1-mlp/README.md");
        assertThat(kept).hasContent("with my remarks");
        assertThat(said).anyMatch(line -> line.startsWith("lab1-mlp/README.md was not as released; yours is kept in "));
    }

    @Test
    void otherLineEndsAreNoChange() throws IOException {
        write(mine, "lab1-mlp/README.md", "first\r\nsecond\r\n");

        new Update(mine, corrected).run();

        assertThat(mine.resolve(".gradlab")).doesNotExist();
    }

    @Test
    void anIncompleteReleaseChangesNothing() throws IOException {
        write(corrected, "lab1-mlp/README.md", "half");

        assertThatThrownBy(() -> new Update(mine, corrected).run())
                .hasMessage(corrected + " is not complete: lab1-mlp/README.md is not as it was released; get the"
                        + " release anew");
        assertThat(mine.resolve("lab1-mlp/README.md")).hasContent("first\nsecond\n");
    }

    @Test
    void anyFolderIsNoRelease() {
        assertThatThrownBy(() -> new Update(mine, folder).run())
                .hasMessageContaining(" is no release of GradLab, for it has no release.txt");
    }

    private Path release(String name, String skeleton) throws IOException {
        Path release = folder.resolve(name);
        write(release, "lab1-mlp/README.md", "first\nsecond\n");
        write(release, "lab1-mlp/old.md", "old");
        write(release, DENSE, skeleton);
        Files.createDirectories(release.resolve("lib"));
        Path jar = release.resolve("lib/grader-0.1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/gradlab/skeleton/lab1/Dense.java"));
            zip.write(skeleton.getBytes(StandardCharsets.UTF_8));
        }
        Manifest.write(release);
        return release;
    }

    private static void write(Path release, String name, String text) throws IOException {
        Files.createDirectories(release.resolve(name).getParent());
        Files.writeString(release.resolve(name), text);
    }
}
