package io.gradlab.grader.gradebook;

import static io.gradlab.grader.gradebook.CourseFolder.receipt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.ManualMark;
import io.gradlab.grader.report.Standing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report that is marked criterion by criterion; the toy rubric has {@code why} with 3 points and {@code form} with 2. */
class RubricMarksTest {
    private static final String HEAD = "student,item,points,why,form,comment,marker\n";

    @TempDir
    private Path disk;

    private CourseFolder course = new CourseFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        course = CourseFolder.in(disk).edit("course.yaml", "points: 20", "rubric: toy");
    }

    private Standing mark(String line) throws IOException {
        course.write("manual.csv", HEAD + line + "\n");
        return course.mark(receipt("s1", 40, 40)).standings().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"full, full, 85", "half, full, 83.5", "none, Half, 81", "'2,5', full, 84.5", "0, 0, 80"})
    void criteriaAddUp(String why, String form, String points) throws IOException {
        Standing standing = mark("s1,report,,\"" + why + "\"," + form + ",,kim");

        assertThat(standing.points().orElseThrow()).isEqualByComparingTo(points);
        assertThat(standing.maximum()).isEqualByComparingTo("85");
    }

    @Test
    void theReceiptSaysWhatEachCriterionBrought() throws IOException {
        ManualMark mark = mark("s1,report,,half,full,Which epoch?,kim").manual().getFirst();

        assertThat(mark.comment()).isEqualTo("why 1.5/3, form 2/2. Which epoch?");
    }

    @Test
    void aLineIsPendingUntilEveryCriterionIsMarked() throws IOException {
        assertThat(mark("s1,report,,full,,,kim").notes()).contains("manual: 5 pending");
    }

    @Test
    void pointsAloneStillDo() throws IOException {
        assertThat(mark("s1,report,4,,,,kim").points().orElseThrow()).isEqualByComparingTo("84");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s1,report,,good,full,,kim | \"good\" for why is no mark; write full, half, none or a number",
                "s1,report,,4,full,,kim | 4 points are more than the criterion why is worth; give at most 3",
                "s1,report,3,full,full,,kim | its points are 3, but its criteria add up to 5; mend one of them, or leave"
                        + " the points empty"
            })
    void whatCannotBeIsRefused(String line, String message) {
        assertThatThrownBy(() -> mark(line))
                .isInstanceOf(UserError.class)
                .hasMessage(disk.resolve("manual.csv") + " line 2: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rubric: toy | rubric: toys | .rubric is \"toys\", which has no rubric",
                "rubric: toy | 'rubric: toy, points: 20' | .points is 20, but the criteria of the rubric add up to 5;"
                        + " write that, or leave points out"
            })
    void aRubricThatDoesNotFitIsRefused(String from, String to, String message) throws IOException {
        course.edit("course.yaml", from, to);

        assertThatThrownBy(() -> course.book()).isInstanceOf(UserError.class).hasMessageEndingWith(message);
    }
}
