package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final TaskResult DONE = result("1.1", "sigmoid", 5, 5, Outcome.PASS);
    private static final TaskResult HALF = result("1.2", "tanh", 2.25, 5, Outcome.FAIL);

    @TempDir
    private Path folder;

    @Test
    void theLineNamesTheFirstTaskThatIsNotDone() {
        assertThat(new LabProgress("lab1", List.of(DONE, HALF)).line())
                .isEqualTo("lab1 7.25/10, next: 1.2 tanh (./gradlab hint 1.2)");
        assertThat(new LabProgress("lab1", List.of(DONE)).line()).isEqualTo("lab1 5/5, complete");
    }

    @Test
    void thePageSaysWhatItIs() throws IOException {
        Path file = folder.resolve("progress.html");
        ProgressPage.of("Ada <A>", LocalDate.of(2026, 11, 2), List.of(new LabProgress("lab1", List.of(DONE, HALF))))
                .save(file);

        assertThat(file)
                .content()
                .contains("progress of Ada &lt;A&gt;", "2026-11-02", "Self-checked", "lab1: 7.25/10")
                .contains("sigmoid", "FAIL", "2.25");
    }

    @Test
    void wrongUsageIsOneLine() {
        Launched.refuses("must end with .html", "record", "--out", "record.pdf");
        Launched.refuses("There is no lab lab9", "record", "lab9");
    }

    private static TaskResult result(String id, String title, double points, double maximum, Outcome outcome) {
        return new TaskResult(id, title, points, maximum, outcome, List.of(), "", "");
    }
}
