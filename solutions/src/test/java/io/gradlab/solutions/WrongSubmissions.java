package io.gradlab.solutions;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.check.Task;
import io.gradlab.grader.compile.CompiledSubject;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.compile.TaskUses;
import io.gradlab.grader.grading.SubmissionChecks;
import io.gradlab.grader.run.LabChecks;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions with one mistake each, in test resources. Each says which words of which reference answer to replace by
 * what, the task that must fail, and what it must say; tasks whose classes use those of that task must pass all the same.
 * The others are as in the reference answers. They are compiled and checked as {@code grade} does it. Tasks that
 * train are left out: their own tests have wrong layers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WrongSubmissions {
    private final LabChecks lab;
    private final String answersPackage;
    private final Path folder;
    private final StudentCompiler compiler;

    /** Creates the test of a lab. */
    protected WrongSubmissions(LabChecks lab) {
        this.lab = lab;
        this.answersPackage = "io.gradlab.solutions." + lab.lab();
        this.folder = Path.of("src/test/resources/submissions").resolve(lab.lab());
        this.compiler = StudentCompiler.of(lab.lab());
    }

    Stream<String> submissions() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
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
        try (var reader = Files.newBufferedReader(folder.resolve(name + ".properties"))) {
            mistake.load(reader);
        }
        CompiledSubmission compiled = compiler.compile(sources(mistake));
        assertThat(compiled.problems()).isEmpty();
        SubmissionChecks checks = new SubmissionChecks(compiled, CompiledSubject.inProcess(compiled), name);
        TaskUses uses = new TaskUses(compiled);

        for (Class<?> type : lab.classes()) {
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

    private Map<String, String> sources(Properties mistake) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java").resolve(answersPackage.replace('.', '/')))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString();
                if (!name.matches("Lab\\dSolutions.*")) {
                    String text =
                            Files.readString(file).replace(answersPackage, "io.gradlab." + lab.lab() + ".student");
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
