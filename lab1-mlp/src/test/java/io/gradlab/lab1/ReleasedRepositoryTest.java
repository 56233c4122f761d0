package io.gradlab.lab1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.grader.release.Release;
import io.gradlab.grader.release.Skeletons;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What students get, used as they use it: its own launcher, in a folder whose name has spaces and umlauts. */
class ReleasedRepositoryTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final List<String> DONE =
            List.of("Sigmoid.java", "Tanh.java", "Softmax.java", "CrossEntropy.java", "Dense.java");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#:]+)[^)]*\\)");

    @TempDir
    private Path folder;

    private Path course;

    @BeforeEach
    void release() throws IOException {
        Assumptions.assumeTrue(Skeletons.has(HOME), "there are no solutions here");
        course = folder.resolve("Übung zwölf/mein Kurs");
        new Release(HOME, List.of("lab1"), jars(), false).write(course);
    }

    @Test
    void checksSubmitsAndIsGradedAlike() throws Exception {
        Assumptions.assumeFalse(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows"),
                "the launcher is a shell script");
        assertThat(launch("check", "lab1"))
                .startsWith("1.1   sigmoid         NOT STARTED")
                .endsWith("lab1: 0/100\n");
        assertThat(course.resolve(".gradlab/lib")).doesNotExist();
        for (String file : DONE) {
            solve(file);
        }

        String checked = launch("check", "lab1");
        String submitted = launch("submit", "lab1");
        String graded = launch("grade", "lab1.zip", "--lab", "lab1", "--out", "out/marks");

        assertThat(checked).endsWith("lab1: 45/100\n");
        assertThat(submitted).contains("NOT STARTED: 1.3, 1.4, 1.7").contains("The last check of these files: 45/100");
        assertThat(graded).contains("45");
        assertThat(Files.readString(course.resolve("out/marks/grades.csv"))).contains(",45,100");
        assertThat(launch()).contains("45/100   next: 1.3 ReLU, ./gradlab hint 1.3");
        assertThat(launch(2, "check", "lab2")).isEqualTo("gradlab: This copy of the course has no lab2; it has lab1\n");
        assertThat(launch(2, "check", "9.9"))
                .isEqualTo("gradlab: There is no lab or task 9.9; there are lab1 and the tasks 1.0 to 1.14\n");
    }

    @Test
    void everyLinkOfAPageLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page :
                files(course).filter(file -> file.toString().endsWith(".md")).toList()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    dead.add(course.relativize(page) + ": " + link.group(1));
                }
            }
        }

        assertThat(dead).isEmpty();
        assertThat(course.resolve("lab1-mlp/pictures/network.svg")).exists();
        assertThat(course.resolve("docs/grading")).doesNotExist();
        assertThat(course.resolve("docs/reports")).doesNotExist();
        assertThat(Files.readString(course.resolve("docs/students.md")))
                .contains("## Common errors")
                .doesNotContain("## Getting started", "--with solutions", "full repository");
        assertThat(course.resolve("lab2-cnn")).doesNotExist();
    }

    @Test
    void aReleaseThatGivesAnAnswerAwayIsNotMade() throws IOException {
        Path leak = folder.resolve("helper-1.0.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(leak))) {
            zip.putNextEntry(new ZipEntry("io/gradlab/solutions/lab1/Dense.class"));
        }
        List<Path> jars = new ArrayList<>(jars());
        jars.add(leak);
        Path target = folder.resolve("leaky");

        assertThatThrownBy(() -> new Release(HOME, List.of("lab1"), jars, false).write(target))
                .hasMessage("Nothing was released, for lib/helper-1.0.jar!/io/gradlab/solutions/lab1/Dense.class"
                        + " belongs to the solutions");
        assertThat(target).doesNotExist();
        assertThatThrownBy(() -> new Release(HOME, List.of("lab1"), jars(), false).write(course))
                .hasMessageContaining(" is not empty; ");
    }

    private void solve(String file) throws IOException {
        String answer = Files.readString(HOME.resolve("solutions/src/main/java/io/gradlab/solutions/lab1")
                .resolve(file));
        Files.writeString(
                course.resolve("lab1-mlp/src/main/java/io/gradlab/lab1/student").resolve(file),
                answer.replace("io.gradlab.solutions.lab1", "io.gradlab.lab1.student")
                        .replace("\n", "\r\n"));
    }

    /** Runs the release's own launcher, without Maven on the path and without a locale; returns what it said. */
    private String launch(String... arguments) throws IOException, InterruptedException {
        return launch(0, arguments);
    }

    private String launch(int code, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./gradlab"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(course.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("GRADLAB_JAVA_OPTS", "-XX:MaxRAM=8g");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    /** Returns the jars of this test's class path; a folder of classes becomes one. */
    private List<Path> jars() throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (entry.endsWith(".jar")) {
                jars.add(path);
            } else if (path.endsWith("target/classes")) {
                String module = path.getParent().getParent().getFileName().toString();
                jars.add(jar(path, folder.resolve(module + "-0.1.0.jar")));
            }
        }
        return jars;
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files(classes).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private static Stream<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
