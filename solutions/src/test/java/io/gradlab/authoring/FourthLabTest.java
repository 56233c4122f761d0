package io.gradlab.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.docs.CourseCopy;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Adds the sample lab of {@code src/test/lab4}, which lies there as it would in the repository, to a copy of the course,
 * and works with it through the launcher. Its own files are all that is added; of the course's, the service files get a
 * line each.
 */
@DisabledOnOs(OS.WINDOWS) // runs the Unix launcher
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourthLabTest {
    private static final Path SAMPLE = Path.of("src/test/lab4");
    private static final String STUDENT = "lab4-momentum/src/main/java/io/gradlab/lab4/student/";

    @TempDir
    private static Path folder;

    private static CourseCopy course;

    @BeforeAll
    static void addTheLab() throws IOException, InterruptedException {
        course = CourseCopy.in(Files.createDirectory(folder.resolve("course")));
        Path home = course.home();
        for (Path file : files(SAMPLE)) {
            Path to = home.resolve(SAMPLE.relativize(file).toString());
            Files.createDirectories(to.getParent());
            boolean service = to.getParent().endsWith("META-INF/services");
            StandardOpenOption how = service ? StandardOpenOption.APPEND : StandardOpenOption.CREATE_NEW;
            Files.write(to, Files.readAllBytes(file), StandardOpenOption.CREATE, how);
        }
        sayThatItIsBuilt();
        assertThat(run("./gradlab skeletons"))
                .contains("written    " + STUDENT + "Momentum.java")
                .contains("written    " + STUDENT + "package-info.java");
        build();
    }

    /** Compiles each module's new files and adds them to its jar, which is what the build comes to. */
    private static void build() throws IOException {
        Path home = course.home();
        for (String module : List.of("shared-nn", "solutions", "grader", "lab4-momentum")) {
            Path classes = Files.createDirectories(home.resolve(module + "/target/classes"));
            Path lib = home.resolve(".gradlab/lib");
            List<String> compile = new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", jars(lib)));
            Stream.concat(files(SAMPLE.resolve(module)).stream(), files(home.resolve(STUDENT)).stream())
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.startsWith(SAMPLE) || module.startsWith("lab4"))
                    .forEach(file -> compile.add(file.toString()));
            assertThat(tool("javac", compile)).isZero();

            Path jar = lib.resolve(module + "-0.1.0.jar");
            List<String> pack = new ArrayList<>(List.of(Files.exists(jar) ? "--update" : "--create"));
            pack.addAll(List.of("--file", jar.toString(), "-C", classes.toString(), "."));
            Path resources = home.resolve(module + "/src/main/resources");
            if (Files.isDirectory(resources)) {
                pack.addAll(List.of("-C", resources.toString(), "."));
            }
            assertThat(tool("jar", pack)).isZero();
        }
        sayThatItIsBuilt();
    }

    private static void sayThatItIsBuilt() throws IOException {
        Files.writeString(course.home().resolve(".gradlab/built"), "");
    }

    @Test
    @Order(1)
    void theSkeletonIsNotStartedAndTheSolutionsPass() throws Exception {
        assertThat(run("./gradlab check lab4"))
                .containsPattern("4.1 +running mean +NOT STARTED +0/6")
                .containsPattern("4.2 +momentum +NOT STARTED +0/4")
                .contains("lab4: 0/10");
        assertThat(run("./gradlab check lab4 --with solutions")).contains("lab4: 10/10");
        assertThat(run("./gradlab check lab4 --with core")).contains("lab4: 10/10");
    }

    @Test
    @Order(2)
    void hintsComeFromTheLab() throws Exception {
        assertThat(run("./gradlab hint 4.1")).contains("What do you need to know of the past");
    }

    @Test
    @Order(3)
    void aMistakeIsRecognisedInCheckAndInGrading() throws Exception {
        Path mine = course.home().resolve(STUDENT + "RunningMean.java");
        String wrong = answer("RunningMean.java").replace("m[0] = x[0]", "m[0] = (float) ((1 - keep) * x[0])");
        Files.writeString(mine, wrong);

        assertThat(run("! ./gradlab check 4.1")).contains("FAIL").contains("the mean began at 0");

        for (String name : List.of("ada", "bob")) {
            CourseCopy.copy(mine.getParent(), course.home().resolve("handed-in/" + name + "/student"));
        }
        assertThat(run("./gradlab grade handed-in --lab lab4 --out marks")).contains("ada");
        assertThat(course.home().resolve("marks/ada/result.json")).content().contains("the mean began at 0");
    }

    @Test
    @Order(4)
    void aRightAnswerPassesAndIsDiscussed() throws Exception {
        Files.writeString(course.home().resolve(STUDENT + "RunningMean.java"), answer("RunningMean.java"));

        assertThat(run("./gradlab check 4.1")).contains("PASS").contains("Adam keeps two such means");
    }

    private static String answer(String file) throws IOException {
        return Files.readString(SAMPLE.resolve("solutions/src/main/java/io/gradlab/solutions/lab4/" + file))
                .replace("io.gradlab.solutions.lab4", "io.gradlab.lab4.student");
    }

    private static String run(String command) throws IOException, InterruptedException {
        CourseCopy.Ended ended = course.run(command, Map.of(), 120);
        assertThat(ended.code()).as(command + "\n" + ended.output()).isZero();
        return ended.output();
    }

    private static String jars(Path folder) throws IOException {
        return files(folder).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static int tool(String name, List<String> arguments) {
        return ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments.toArray(String[]::new));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
