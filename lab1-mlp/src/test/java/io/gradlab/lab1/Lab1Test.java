package io.gradlab.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.course.Lab1;
import io.gradlab.course.Labs;
import io.gradlab.course.Variant;
import io.gradlab.course.probe.DirectSubject;
import io.gradlab.grader.release.Skeletons;
import io.gradlab.grader.run.Catalogue;
import io.gradlab.grader.run.CheckRunner;
import io.gradlab.grader.run.LabChecks;
import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where solutions are, the student package must be their skeleton; elsewhere it is yours, and must not be wrong. */
class Lab1Test {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @Test
    void theStudentPackageIsWhatTheSolutionsMake() throws IOException {
        Assumptions.assumeTrue(Skeletons.has(HOME), "there are no solutions here");
        Skeletons skeletons = new Skeletons(HOME);

        for (Map.Entry<String, String> file : skeletons.files().entrySet()) {
            assertThat(HOME.resolve(file.getKey())).hasContent(file.getValue());
        }
        assertThat(skeletons.strangers()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> noTaskIsWrong() {
        LabChecks lab = Catalogue.load().find("lab1").orElseThrow();
        Lab1 mine = Labs.find("lab1", Lab1.class, Variant.MINE);
        CheckRunner runner = new CheckRunner(
                new DirectSubject(Lab1.class, mine, () -> Labs.find("lab1", Lab1.class, Variant.CORE)), "public");
        return Catalogue.classes(lab, "lab1").stream()
                .map(task -> DynamicTest.dynamicTest(task.getSimpleName(), () -> judge(runner.run(task))));
    }

    private static void judge(TaskResult result) {
        if (Skeletons.has(HOME)) {
            assertThat(result.outcome()).isEqualTo(Outcome.NOT_STARTED);
            assertThat(result.points()).isZero();
        } else {
            assertThat(result.outcome()).as(result.message()).isIn(Outcome.PASS, Outcome.NOT_STARTED);
        }
    }
}
