package io.gradlab.grader.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionReaderTest {
    private static final String FOLDER = "lab1-mlp/src/main/java/io/gradlab/lab1/student/";
    private static final String HEAD = "package io.gradlab.lab1.student;\n";

    @TempDir
    private Path disk;

    private Path file(String path, byte[] content) throws IOException {
        Path file = disk.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Path file(String path, String text) throws IOException {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(String name, Map<String, String> entries) throws IOException {
        Path zip = disk.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private static Submission only(Path place) throws IOException {
        List<SubmissionReader.Location> found = SubmissionReader.find(place, "lab1");
        assertThat(found).hasSize(1);
        return SubmissionReader.read(found.getFirst(), "lab1");
    }

    @Test
    void readsTheStudentPackageOfAZipAndNamesWhatItIgnores() throws IOException {
        Submission submission = only(zip(
                "alice.zip",
                Map.of(
                        FOLDER + "Dense.java",
                        HEAD,
                        FOLDER + "util/Loops.java",
                        "package io.gradlab.lab1.student.util;",
                        "lab1-mlp/pom.xml",
                        "<project/>",
                        "lab1-mlp/evil.jar",
                        "x",
                        "lab1-mlp/src/main/java/io/gradlab/lab1/Lab1Mine.java",
                        "package io.gradlab.lab1;",
                        "inner.zip",
                        "x",
                        "META-INF/services/java.lang.Runnable",
                        "Evil")));

        assertThat(submission.name()).isEqualTo("alice");
        assertThat(submission.sources()).containsOnlyKeys("Dense.java", "util/Loops.java");
        assertThat(submission.notes().getFirst())
                .contains("inner.zip", "pom.xml", "evil.jar", "Lab1Mine.java", "META-INF/services/java.lang.Runnable");
    }

    @Test
    void placesLooseSourcesByTheirPackageLine() throws IOException {
        Submission submission = only(zip(
                "bob.zip",
                Map.of(
                        "my work/Dense.java",
                        HEAD,
                        "Loops.java",
                        "package io.gradlab.lab1.student.util;",
                        "Other.java",
                        "package elsewhere;")));

        assertThat(submission.sources()).containsOnlyKeys("Dense.java", "util/Loops.java");
        assertThat(submission.notes()).containsExactly("Not of the student package, so ignored: Other.java.");
    }

    @Test
    void ignoresEntriesThatPointOutOfTheZip() throws IOException {
        Submission submission = only(zip(
                "eve.zip",
                Map.of(
                        "../" + FOLDER + "Dense.java",
                        HEAD,
                        "/" + FOLDER + "Relu.java",
                        HEAD,
                        "C:\\io\\gradlab\\lab1\\student\\Tanh.java",
                        HEAD,
                        FOLDER + "Sgd.java",
                        HEAD)));

        assertThat(submission.sources()).containsOnlyKeys("Sgd.java");
        assertThat(submission.notes()).hasSize(3).allMatch(note -> note.contains("points out of the zip"));
    }

    @Test
    void takesNoNameThatIsACommand() throws IOException {
        Submission submission = only(zip(
                "mallory.zip",
                Map.of(
                        FOLDER + "$(touch hacked).java",
                        HEAD,
                        FOLDER + "`id`;rm -rf.java",
                        HEAD,
                        FOLDER + "Größe$1.java",
                        HEAD)));

        assertThat(submission.sources()).containsOnlyKeys("Größe$1.java");
        assertThat(submission.notes()).hasSize(2).allMatch(note -> note.contains("no Java class can have this name"));
    }

    @Test
    void takesTheShallowestOfFilesWithOneName() throws IOException {
        Submission submission = only(zip(
                "dup.zip",
                Map.of(
                        "old/copy/" + FOLDER + "Dense.java",
                        HEAD + "// old",
                        FOLDER + "Dense.java",
                        HEAD + "// new",
                        "Dense.java",
                        HEAD + "// loose",
                        FOLDER + "dense.java",
                        HEAD + "// clash",
                        "grader/META-INF/gradlab/skeleton/lab1/Dense.java",
                        HEAD + "// the skeleton")));

        assertThat(submission.sources()).containsOnlyKeys("Dense.java");
        assertThat(submission.sources().get("Dense.java")).contains("// new");
        assertThat(submission.notes())
                .filteredOn(note -> note.contains("has the same name"))
                .hasSize(3);
    }

    @Test
    void readsOddEncodings() throws IOException {
        file("s/student/Bom.java", "\uFEFF" + HEAD);
        file("s/student/Crlf.java", HEAD.replace("\n", "\r\n") + "// ä\r\n");
        file("s/student/Latin.java", (HEAD + "// ä").getBytes(StandardCharsets.ISO_8859_1));
        file("s/student/Wide.java", (HEAD + "// ä").getBytes(StandardCharsets.UTF_16));

        Submission submission = only(disk.resolve("s"));

        assertThat(submission.sources())
                .containsEntry("Bom.java", HEAD)
                .containsEntry("Crlf.java", HEAD + "// ä\n")
                .containsEntry("Latin.java", HEAD + "// ä")
                .containsEntry("Wide.java", HEAD + "// ä");
        assertThat(submission.notes())
                .containsExactlyInAnyOrder(
                        "student/Latin.java was read as ISO-8859-1; please save it as UTF-8.",
                        "student/Wide.java was read as UTF-16; please save it as UTF-8.");
    }

    @Test
    void makesASubmissionOfABrokenZip() throws IOException {
        Submission submission = only(file("broken.zip", "this is no zip"));

        assertThat(submission.sources()).isEmpty();
        assertThat(submission.notes().getFirst())
                .startsWith("The zip cannot be read (")
                .endsWith("please hand it in again.");
    }

    @Test
    void stopsAtAZipBomb() throws IOException {
        String zeros = "\0".repeat(60_000_000);
        Submission submission = only(zip("bomb.zip", Map.of(FOLDER + "Dense.java", zeros)));

        assertThat(submission.sources()).isEmpty();
        assertThat(submission.notes().getFirst()).contains("more than 50 MB");
    }

    @Test
    void findsEachSubmissionOfACollection() throws IOException {
        file("all/zoe/" + FOLDER + "Dense.java", HEAD);
        file("all/adam/Dense.java", HEAD);
        file("all/nobody/readme.txt", "I did not manage.");
        file("all/grades.txt", "ignored");
        zip("all/bob.zip", Map.of(FOLDER + "Dense.java", HEAD));

        assertThat(SubmissionReader.find(disk.resolve("all"), "lab1"))
                .extracting(SubmissionReader.Location::name)
                .containsExactly("adam", "bob", "nobody", "zoe");
    }

    @Test
    void takesAWholeCopyOfTheRepositoryForOneSubmission() throws IOException {
        file("carol/" + FOLDER + "Dense.java", HEAD);
        file("carol/shared-nn/pom.xml", "<project/>");
        file("carol/.git/config", "x");

        assertThat(only(disk.resolve("carol")).sources()).containsOnlyKeys("Dense.java");
    }

    @Test
    void doesNotFollowLinks() throws IOException {
        Path secret = file("secret/Dense.java", HEAD);
        Path folder = Files.createDirectories(disk.resolve("dan/" + FOLDER));
        Files.createSymbolicLink(folder.resolve("Dense.java"), secret);

        Submission submission = only(disk.resolve("dan"));

        assertThat(submission.sources()).isEmpty();
        assertThat(submission.notes().getFirst()).endsWith("Dense.java is a link and was ignored.");
    }

    @Test
    void namesAPlaceThatIsNone() {
        assertThatThrownBy(() -> SubmissionReader.find(disk.resolve("none"), "lab1"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("none does not exist; name a zip, or a folder of submissions");
    }

    @Test
    void takesTheOneZipOfAFolderThatHasNoSources() throws IOException {
        Files.createDirectories(disk.resolve("download/Anna Muster_7_assignsubmission_file_"));
        Files.createDirectories(disk.resolve("download/Ben Muster_8_assignsubmission_file_"));
        zip("download/Anna Muster_7_assignsubmission_file_/lab1.zip", Map.of(FOLDER + "Dense.java", HEAD));
        zip("download/Ben Muster_8_assignsubmission_file_/one.zip", Map.of(FOLDER + "Dense.java", HEAD));
        zip("download/Ben Muster_8_assignsubmission_file_/two.zip", Map.of(FOLDER + "Relu.java", HEAD));

        List<SubmissionReader.Location> found = SubmissionReader.find(disk.resolve("download"), "lab1");
        Submission anna = SubmissionReader.read(found.getFirst(), "lab1");
        Submission ben = SubmissionReader.read(found.getLast(), "lab1");

        assertThat(anna.name()).isEqualTo("Anna Muster_7_assignsubmission_file_");
        assertThat(anna.sources()).containsOnlyKeys("Dense.java");
        assertThat(ben.sources()).isEmpty();
        assertThat(ben.notes()).last().asString().contains("one.zip, two.zip");
    }

    @Test
    void noNameLeadsOutOfTheResults() throws IOException {
        Path place = zip("...zip", Map.of(FOLDER + "Dense.java", HEAD));
        assertThat(SubmissionReader.find(place, "lab1"))
                .extracting(SubmissionReader.Location::name)
                .containsExactly("...zip");
    }
}
