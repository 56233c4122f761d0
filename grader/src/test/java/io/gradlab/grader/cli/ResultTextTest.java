package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTextTest {
    private static final String MESSAGE =
            "cross-entropy gradient: gradient[3,1] is 0.8241, expected 0.0412, and all of it is "
                    + "20 times too large: it looks as if it was not divided by the batch size (20).";

    @Test
    void aFailureStandsBelowItsLineIndentedAndWrapped() {
        TaskResult result = new TaskResult("1.6", "cross-entropy", 4, 12, Outcome.FAIL, List.of(), MESSAGE, "");

        assertThat(ResultText.of(result).lines())
                .containsExactly(
                        "1.6   cross-entropy   FAIL                 4/12",
                        "      cross-entropy gradient: gradient[3,1] is 0.8241, expected 0.0412, and all "
                                + "of it is 20 times",
                        "      too large: it looks as if it was not divided by the batch size (20).");
    }

    @Test
    void whatTheCodePrintedFollowsAFailure() {
        TaskResult result = new TaskResult("1.5", "softmax", 0, 8, Outcome.FAIL, List.of(), "wrong", "a\n  b\n");

        assertThat(ResultText.of(result).lines())
                .endsWith("      wrong", "      Your code printed:", "      | a", "      |   b");
    }

    @Test
    void whatIsNotStartedNeedsNoReason() {
        TaskResult result = new TaskResult("1.9", "SGD", 0, 5, Outcome.NOT_STARTED, List.of(), "Task 1.9 is …", "");

        assertThat(ResultText.of(result).lines()).containsExactly("1.9   SGD             NOT STARTED          0/5");
    }

    @Test
    void theSumIsExact() {
        TaskResult tenth = new TaskResult("1", "", 0.1, 0.2, Outcome.FAIL, List.of(), "", "");

        assertThat(ResultText.total("lab1", List.of(tenth, tenth, tenth))).isEqualTo("lab1: 0.3/0.6");
    }
}
