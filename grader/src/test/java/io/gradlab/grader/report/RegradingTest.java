package io.gradlab.grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.run.Outcome;
import io.gradlab.grader.run.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has another mark than before can see both. */
class RegradingTest {
    private static Receipt receipt(String grader, String sources, double first, Outcome outcome) {
        TaskResult one = new TaskResult("1.1", "sigmoid", first, 5, outcome, List.of(), "", "");
        TaskResult two = new TaskResult("1.2", "tanh", 5, 5, Outcome.PASS, List.of(), "", "");
        return new Receipt("=anna", "=anna", "lab1", "public", "", List.of(one, two), List.of(), List.of())
                .with(Evidence.of(grader, sources));
    }

    private static Receipt receipt(String grader, double first) {
        return receipt(grader, "sources", first, first == 5 ? Outcome.PASS : Outcome.FAIL);
    }

    @Test
    void otherPointsForTheSameSourcesAreRemembered() {
        Receipt now = EarlierMark.remember(Optional.of(receipt("old", 2)), receipt("new", 5));
        assertThat(now.evidence().earlier()).contains(new EarlierMark("old", Map.of("1.1", 2.0, "1.2", 5.0)));
        assertThat(Regrading.changes(now)).containsExactly(new Regrading.Change("1.1", "2", "5"));
        assertThat(ReceiptJson.read(ReceiptJson.write(now)))
                .usingRecursiveComparison()
                .isEqualTo(now);
    }

    @Test
    void theSamePointsAndOtherSourcesAreNot() {
        assertThat(Regrading.changes(receipt("new", 5))).isEmpty();
        assertThat(EarlierMark.remember(Optional.of(receipt("old", 5)), receipt("new", 5))
                        .evidence()
                        .earlier())
                .isEmpty();
        assertThat(EarlierMark.remember(Optional.of(receipt("old", "others", 2, Outcome.FAIL)), receipt("new", 5))
                        .evidence()
                        .earlier())
                .isEmpty();
    }

    @Test
    void gradingOnceMoreForgetsNothing() {
        Receipt second = EarlierMark.remember(Optional.of(receipt("old", 2)), receipt("new", 5));
        Receipt third = EarlierMark.remember(Optional.of(second), receipt("newest", 5));
        assertThat(third.evidence().earlier().map(EarlierMark::grader)).contains("old");
    }

    @Test
    void troubleOfTheGradersOwnWasNoMark() {
        Receipt trouble = receipt("old", "sources", 0, Outcome.INFRASTRUCTURE);
        assertThat(EarlierMark.remember(Optional.of(trouble), receipt("new", 5))
                        .evidence()
                        .earlier())
                .isEmpty();
    }

    @Test
    void theTableAndThePageSayIt(@TempDir Path out) throws IOException {
        Receipt now = EarlierMark.remember(Optional.of(receipt("old", 2)), receipt("new", 5));
        assertThat(Regrading.write(List.of(now), out))
                .containsExactly("Other marks than before, see regrade.csv:", "  =anna  1.1: 2 -> 5");
        assertThat(out.resolve("regrade.csv")).hasContent("""
                submission,student,task,from,to,graded_before_by,graded_now_by
                '=anna,'=anna,1.1,2,5,old,new
                """);
        SubmissionPage.write(now, out.resolve("report.html"));
        assertThat(out.resolve("report.html")).content().contains("Graded again", "points before");

        assertThat(Regrading.write(List.of(receipt("new", 5)), out)).isEmpty();
        assertThat(out.resolve("regrade.csv")).doesNotExist();
        SubmissionPage.write(receipt("new", 5), out.resolve("report.html"));
        assertThat(Files.readString(out.resolve("report.html"))).doesNotContain("Graded again");
    }
}
