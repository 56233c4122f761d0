package io.gradlab.solutions.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab1.Lab1Checks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.RungResult;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions with one mistake each, in test resources: the files that differ from the reference answers, and an
 * {@code expected.properties} with the task that must fail, what it must say, and which tasks must say to mend it first.
 * They are compiled and checked as {@code grade} does it. The training of 1.14 is run only where it is expected to fail.
 */
class WrongSubmissionTest {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions/lab1");
    private static final Path ANSWERS = Path.of("src/main/java/io/gradlab/solutions/lab1");
    private static final StudentCompiler COMPILER = StudentCompiler.of("lab1");

    static Stream<String> submissions() throws IOException {
        try (Stream<Path> folders = Files.list(SUBMISSIONS)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(submissions()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void failsItsTaskWithItsMisconceptionAndNoOther(String name) throws IOException {
        Properties expected = new Properties();
        try (var reader = Files.newBufferedReader(SUBMISSIONS.resolve(name).resolve("expected.properties"))) {
            expected.load(reader);
        }
        String task = expected.getProperty("task");
        List<String> dependent = List.of(expected.getProperty("firstMend", "").split(" "));
        CompiledSubmission compiled = COMPILER.compile(sources(SUBMISSIONS.resolve(name)));
        assertThat(compiled.problems()).isEmpty();
        SubmissionChecks checks = new SubmissionChecks(compiled, CompiledSubject.inProcess(compiled), name);

        for (Class<?> type : new Lab1Checks().classes()) {
            Task checked = type.getAnnotation(Task.class);
            if (checked.training() && !dependent.contains(checked.id())) {
                continue;
            }
            TaskResult result = checks.run(type);
            if (checked.id().equals(task)) {
                assertFails(result, expected.getProperty("says"));
            } else if (dependent.contains(checked.id())) {
                assertSaysWhatToMendFirst(result, task);
                assertThat(checked.training() && result.points() < result.maximum())
                        .as("points lost by another task's mistake")
                        .isFalse();
            } else {
                assertThat(result.message()).isEmpty();
                assertThat(result.points()).isEqualTo(result.maximum());
            }
        }
    }

    private static void assertFails(TaskResult result, String says) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.points()).isLessThan(result.maximum());
        assertThat(result.message()).contains(says);
    }

    private static void assertSaysWhatToMendFirst(TaskResult result, String task) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(result.message()).contains(": First mend " + task + ": ").doesNotContain("it looks as if");
        assertThat(result.rungs())
                .extracting(RungResult::message)
                .allSatisfy(message -> assertThat(message).doesNotContain("it looks as if"));
    }

    private static Map<String, String> sources(Path wrong) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path folder : List.of(ANSWERS, wrong)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString();
                    if (!name.startsWith("Lab1Solutions")) {
                        sources.put(
                                name,
                                Files.readString(file).replace("io.gradlab.solutions.lab1", "io.gradlab.lab1.student"));
                    }
                }
            }
        }
        return sources;
    }
}
