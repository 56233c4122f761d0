package io.gradlab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what the documents tell people to type: blocks marked {@code bash} always, {@code bash slow} with {@code mvn
 * -Pdocs}, and {@code bash manual REASON} never, but says so. A document's blocks run in order, in a copy of the course
 * that has two submissions of lab 1 in {@code submissions}.
 */
@DisabledOnOs(OS.WINDOWS) // they are a Unix shell's
class DocumentedCommandsTest {
    private static final boolean SLOW = Boolean.getBoolean("gradlab.docs.slow");
    private static final List<Fence> FENCES = Document.all(CourseCopy.ORIGINAL).stream()
            .flatMap(document -> document.fences().stream())
            .toList();

    @TempDir
    private static Path folder;

    private static CourseCopy course;

    @BeforeAll
    static void copyTheCourse() throws IOException {
        course = CourseCopy.in(Files.createDirectory(folder.resolve("course")));
        Path student = course.home().resolve("lab1-mlp/src/main/java/io/gradlab/lab1/student");
        for (String name : List.of("anna", "ben")) {
            CourseCopy.copy(student, course.home().resolve("submissions/" + name + "/student"));
        }
        Files.createDirectory(course.home().resolve("no-data"));
    }

    @Test
    void everyBlockWithACommandSaysWhetherItIsRun() {
        assertThat(FENCES)
                .filteredOn(fence -> fence.isBash() || fence.hasCommand())
                .isNotEmpty()
                .allSatisfy(fence -> assertThat(fence.isWellMarked())
                        .as(fence.place() + ": write ```bash, ```bash slow or ```bash manual REASON")
                        .isTrue());
    }

    @Test
    void whatIsNeverRunIsListed() throws IOException {
        List<String> manual = FENCES.stream()
                .filter(Fence::isManual)
                .map(fence -> fence.place() + ": " + fence.reason())
                .toList();
        Files.write(Path.of("target/commands-never-run.txt"), manual);
        manual.forEach(line -> System.out.println("Not run: " + line));

        assertThat(manual).allSatisfy(line -> assertThat(line.split(" ")).hasSizeGreaterThan(2));
    }

    @TestFactory
    Stream<DynamicTest> theCommandsWork() {
        return FENCES.stream()
                .filter(fence -> fence.info().equals("bash") || SLOW && fence.isSlow())
                .map(fence -> DynamicTest.dynamicTest(fence.place(), () -> run(fence)));
    }

    private static void run(Fence fence) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        if (!fence.isSlow()) {
            environment.put("GRADLAB_DATA", course.home().resolve("no-data").toString());
        }
        CourseCopy.Ended ended = course.run(fence.script(), environment, fence.isSlow() ? 1800 : 120);

        assertThat(ended.code()).as(fence.place() + "\n" + ended.output()).isZero();
        assertThat(ended.output()).as(fence.place()).doesNotContain("this is a fault of the program");
    }
}
