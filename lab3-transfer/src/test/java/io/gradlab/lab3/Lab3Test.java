package io.gradlab.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab3;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.release.Skeletons;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Your part of lab 3, which must not be wrong. What you have not touched is recognised by its text: a task whose files
 * are still the skeleton must be NOT STARTED, and earn nothing; one that you have written in may also PASS. So the test
 * holds in a fresh clone, with and without solutions, and while you solve. That the course ships unsolved is looked at
 * by {@code gradlab skeletons --check}, which only the authors' continuous integration runs.
 */
class Lab3Test {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @Test
    void theGradersSkeletonIsWhatTheSolutionsMake() throws IOException {
        Assumptions.assumeTrue(Skeletons.has(HOME), "there are no solutions here");

        for (Map.Entry<String, String> file : new Skeletons(HOME).files().entrySet()) {
            if (file.getKey().startsWith("grader/")) {
                assertThat(HOME.resolve(file.getKey())).hasContent(file.getValue());
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> noTaskIsWrong() {
        LabChecks lab = Catalogue.load().find("lab3").orElseThrow();
        Lab3 mine = Labs.find("lab3", Lab3.class, Variant.MINE);
        CheckRunner runner = new CheckRunner(
                new DirectSubject(Lab3.class, mine, () -> Labs.find("lab3", Lab3.class, Variant.CORE)), "public");
        return Catalogue.classes(lab, "lab3").stream()
                .map(checks -> DynamicTest.dynamicTest(checks.getSimpleName(), () -> judge(runner.run(checks))));
    }

    private static void judge(TaskResult result) throws IOException {
        if (isUntouched(result.id())) {
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_STARTED);
            assertThat(result.points()).isZero();
        } else {
            assertThat(result.outcome()).as(result.message()).isIn(Outcome.PASS, Outcome.NOT_STARTED);
        }
    }

    /** Returns whether each file with a stub of the task is the skeleton's, to the letter. */
    private static boolean isUntouched(String task) throws IOException {
        int files = 0;
        for (String name : skeleton("files.txt").lines().toList()) {
            String text = skeleton(name);
            if (text.contains("new NotImplemented(\"" + task + "\")")) {
                files++;
                Path mine = LabModules.student(HOME, "lab3").resolve(name);
                if (!Files.exists(mine) || !unix(Files.readString(mine)).equals(text)) {
                    return false;
                }
            }
        }
        assertThat(files).as("files with a stub of " + task).isPositive();
        return true;
    }

    private static String skeleton(String name) throws IOException {
        try (InputStream in = LabChecks.class.getResourceAsStream("/META-INF/gradlab/skeleton/lab3/" + name)) {
            assertThat(in).as(name).isNotNull();
            return unix(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String unix(String text) {
        return text.replace("\r\n", "\n");
    }
}
