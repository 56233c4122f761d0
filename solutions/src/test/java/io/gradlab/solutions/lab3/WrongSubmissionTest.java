package io.gradlab.solutions.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.compile.TaskUses;
import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.lab3.Lab3Checks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions with one mistake each, in test resources. Each says which words of which reference answer to replace by
 * what, the task that must fail, and what it must say; tasks whose classes use those of that task must pass all the same.
 * The others are as in the reference answers. They are compiled and checked as {@code grade} does it. The training of 3.13
 * is left out: its own test has a wrong layer.
 */
class WrongSubmissionTest {
    private static final Path SUBMISSIONS = Path.of("src/test/resources/submissions/lab3");
    private static final Path ANSWERS = Path.of("src/main/java/io/gradlab/solutions/lab3");
    private static final StudentCompiler COMPILER = StudentCompiler.of("lab3");

    static Stream<String> submissions() throws IOException {
        try (Stream<Path> files = Files.list(SUBMISSIONS)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(submissions()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void failsItsTaskWithItsMisconceptionAndNoOther(String name) throws IOException {
        Properties mistake = new Properties();
        try (var reader = Files.newBufferedReader(SUBMISSIONS.resolve(name + ".properties"))) {
            mistake.load(reader);
        }
        CompiledSubmission compiled = COMPILER.compile(sources(mistake));
        assertThat(compiled.problems()).isEmpty();
        SubmissionChecks checks = new SubmissionChecks(compiled, CompiledSubject.inProcess(compiled), name);
        TaskUses uses = new TaskUses(compiled);

        for (Class<?> type : new Lab3Checks().classes()) {
            Task checked = type.getAnnotation(Task.class);
            boolean failing = checked.id().equals(mistake.getProperty("task"));
            if (checked.training() || !failing && !uses.of(checked.id()).contains(mistake.getProperty("task"))) {
                continue;
            }
            TaskResult result = checks.run(type);
            if (failing) {
                assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
                assertThat(result.points()).isLessThan(result.maximum());
                assertThat(result.message()).contains("it looks as if", mistake.getProperty("says"));
            } else {
                assertThat(result.message()).isEmpty();
                assertThat(result.points()).isEqualTo(result.maximum());
            }
        }
    }

    private static Map<String, String> sources(Properties mistake) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(ANSWERS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith("Lab3Solutions")) {
                    String text =
                            Files.readString(file).replace("io.gradlab.solutions.lab3", "io.gradlab.lab3.student");
                    sources.put(name, name.equals(mistake.getProperty("file")) ? wrong(text, mistake) : text);
                }
            }
        }
        return sources;
    }

    private static String wrong(String answer, Properties mistake) {
        String text = answer;
        for (int i = 1; mistake.containsKey("replace." + i); i++) {
            String right = mistake.getProperty("replace." + i);
            assertThat(text.split(Pattern.quote(right), -1))
                    .as("the answer holds '" + right + "' once")
                    .hasSize(2);
            text = text.replace(right, mistake.getProperty("by." + i));
        }
        assertThat(text).isNotEqualTo(answer);
        return text;
    }
}
