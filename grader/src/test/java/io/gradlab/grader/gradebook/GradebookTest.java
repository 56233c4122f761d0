package io.gradlab.grader.gradebook;

import static io.gradlab.grader.gradebook.CourseFolder.receipt;
import static io.gradlab.grader.gradebook.CourseFolder.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.report.CourseGrades;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.grader.report.Standing;
import io.gradlab.grader.run.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points of the checks, of people and of the calendar make a mark; lab 1 is worth 80 + 20. */
class GradebookTest {
    private static final String MANUAL = "student,item,points,comment,marker\n";
    private static final String OVERRIDES = "student,lab,task,points,reason\n";
    private static final String HAND_INS = "lab,submission,student,submitted\n";

    @TempDir
    private Path disk;

    private CourseFolder course = new CourseFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        course = CourseFolder.in(disk);
    }

    private static Standing of(String student, LabMarks marks) {
        return marks.standings().stream()
                .filter(standing -> standing.id().equals(student))
                .findFirst()
                .orElseThrow();
    }

    private static String points(Standing standing) {
        return standing.points().map(BigDecimal::toPlainString).orElse("");
    }

    /** Makes the written part count nothing, where a test is about something else. */
    private void withoutManual() throws IOException {
        course.edit("course.yaml", "    manual:\n      - {item: report, title: Report, points: 20}\n", "");
    }

    @Test
    void aWrittenPartIsPendingUntilItIsMarked() throws IOException {
        Receipt receipt = receipt("s1", 40, 30);

        Standing before = of("s1", course.mark(receipt));
        course.write("manual.csv", MANUAL + "s1,report,,started to read,kim\n");
        Standing noted = of("s1", course.mark(receipt));
        course.write("manual.csv", MANUAL + "s1,report,\"15,5\",\"Good, but short.\",kim\n");
        Standing after = of("s1", course.mark(receipt));

        assertThat(points(before)).isEmpty();
        assertThat(before.notes()).containsExactly("time unknown", "manual: 20 pending");
        assertThat(before.pending()).isEqualByComparingTo("20");
        assertThat(before.maximum()).isEqualByComparingTo("100");
        assertThat(noted.points()).isEmpty();
        assertThat(points(after)).isEqualTo("85.5");
        assertThat(after.pending()).isZero();
        assertThat(after.manual().getFirst().comment()).isEqualTo("Good, but short.");
        assertThat(after.manual().getFirst().marker()).isEqualTo("kim");
        assertThat(after.maximum()).isEqualByComparingTo("100");
    }

    @Test
    void whoHandedInNothingHasNoPoints() {
        Standing standing = of("s2", course.mark(receipt("s1", 40, 40)));

        assertThat(standing.points()).isEmpty();
        assertThat(standing.notes()).containsExactly("nothing handed in");
        assertThat(standing.maximum()).isEqualByComparingTo("100");
        assertThat(standing.isHandedIn()).isFalse();
    }

    @Test
    void aMarkedReportCountsWithoutCode() throws IOException {
        course.write("manual.csv", MANUAL + "s2,report,12,,\n");

        Standing standing = of("s2", course.mark(receipt("s1", 40, 40)));

        assertThat(points(standing)).isEqualTo("12");
        assertThat(standing.notes()).containsExactly("nothing handed in");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02 23:59, 0, 70",
        "2026-11-03 00:29, 0, 70",
        "2026-11-03 00:30, 1, 63",
        "2026-11-05 10:00, 3, 49",
        "2026-11-06 10:00, 4, 0"
    })
    void latenessCostsByTheDay(String submitted, int days, String points) throws IOException {
        withoutManual();
        course.write("handins.csv", HAND_INS + "lab1,s1,,%s%n".formatted(submitted));

        Standing standing = of("s1", course.mark(receipt("s1", 40, 30)));

        assertThat(standing.timing().daysLate()).isEqualTo(days);
        assertThat(points(standing)).isEqualTo(points);
        assertThat(standing.notes()).isEmpty();
    }

    @Test
    void latenessIsRoundedToAHundredthHalfUp() throws IOException {
        withoutManual();
        course.edit("course.yaml", "percent: 10", "percent: 12.5");
        course.write("handins.csv", HAND_INS + "lab1,s1,,2026-11-03 12:00\n");

        assertThat(points(of("s1", course.mark(receipt("s1", 33.3, 0))))).isEqualTo("29.14"); // 4.1625 less: 4.16
    }

    @Test
    void anExtensionIsADeadlineOfOnesOwn() throws IOException {
        withoutManual();
        course.write("groups.csv", "group,student\nred,s1\nred,s2\n")
                .write("extensions.csv", "student,lab,deadline\nred,lab1,2026-11-04 23:59\ns2,lab1,2026-11-03 23:59\n")
                .write("handins.csv", HAND_INS + "lab1,red,,2026-11-05 12:00\n");

        LabMarks marks = course.mark(receipt("red", 40, 40));

        assertThat(of("s1", marks).timing().extended()).isTrue();
        assertThat(of("s1", marks).timing().daysLate()).isEqualTo(1);
        assertThat(of("s2", marks).timing().daysLate()).isEqualTo(2);
        assertThat(points(of("s2", marks))).isEqualTo("64");
        assertThat(of("s3", marks).timing().extended()).isFalse();
    }

    @Test
    void withoutATimeNothingIsLate() throws IOException {
        withoutManual();
        LmsNames names = name -> Optional.of(new LmsNames.Found(LmsNames.Platform.CANVAS, "9002", true));

        assertThat(of("s1", course.mark(receipt("s1", 40, 40))).notes()).containsExactly("time unknown");
        Standing late = of("s2", course.mark(new Lms(names, Map.of()), receipt("benberg_LATE_9002_1_x", 40, 40)));
        assertThat(late.notes()).containsExactly("time unknown, but late as the platform says");
        assertThat(points(late)).isEqualTo("80");
    }

    @Test
    void aGroupsHandInCountsForAllMembersWithMarksOfTheirOwn() throws IOException {
        course.write("groups.csv", "group,student\nred,s1\nred,s3\n")
                .write("manual.csv", MANUAL + "red,report,10,,\ns3,report,18,,\n");

        LabMarks marks = course.mark(receipt("red", 40, 40));

        assertThat(points(of("s1", marks))).isEqualTo("90");
        assertThat(points(of("s3", marks))).isEqualTo("98");
        assertThat(of("s2", marks).points()).isEmpty();
        assertThat(marks.receipts().getFirst().course().orElseThrow().standings())
                .extracting(Standing::id)
                .containsExactly("s1", "s3");
    }

    @Test
    void theLastAttemptCountsByTimeElseByNumber() throws IOException {
        withoutManual();
        Receipt[] attempts = {receipt("s1_10", 10, 0), receipt("s1_9", 40, 0), receipt("s1", 40, 40)};

        assertThat(of("s1", course.mark(attempts)).attempt()).isEqualTo("s1_10");
        course.write("handins.csv", HAND_INS + """
                lab1,s1_10,,2026-11-01 10:00
                lab1,s1_9,,2026-11-01 12:00
                lab1,s1,,2026-11-01 11:00
                """);
        LabMarks marks = course.mark(attempts);

        assertThat(of("s1", marks).attempt()).isEqualTo("s1_9");
        assertThat(points(of("s1", marks))).isEqualTo("40");
        assertThat(marks.counting()).extracting(Receipt::submission).containsExactly("s1_9");
        assertThat(marks.receipts())
                .allSatisfy(receipt -> assertThat(receipt.course()
                                .orElseThrow()
                                .standings()
                                .getFirst()
                                .attempt())
                        .isEqualTo("s1_9"));
    }

    @Test
    void theBestAttemptCountsLatenessIncluded() throws IOException {
        withoutManual();
        course.edit("course.yaml", "attempts: last", "attempts: best").write("handins.csv", HAND_INS + """
                        lab1,s1_1,,2026-11-01 10:00
                        lab1,s1_2,,2026-11-04 10:00
                        """);

        Standing standing = of("s1", course.mark(receipt("s1_1", 40, 30), receipt("s1_2", 40, 40)));

        assertThat(standing.attempt()).isEqualTo("s1_1");
        assertThat(points(standing)).isEqualTo("70"); // 64 is left of the other's 80
        assertThat(of("s1", course.mark(receipt("s1_1", 40, 20), receipt("s1_2", 40, 40)))
                        .attempt())
                .isEqualTo("s1_2");
        assertThat(of("s1", course.mark(receipt("s1_2", 0, 0), receipt("s1_1", 0, 0)))
                        .attempt())
                .isEqualTo("s1_1");
    }

    @Test
    void troubleOfTheGraderIsNoStudentsLoss() throws IOException {
        withoutManual();
        Receipt troubled = receipt("s1", task("1.1", 40), task("1.2", 0, Outcome.INFRASTRUCTURE));

        Standing standing = of("s1", course.mark(troubled));
        assertThat(standing.points()).isEmpty();
        assertThat(standing.notes()).contains("1.2: the grader had trouble; grade it again");

        course.edit("course.yaml", "attempts: last", "attempts: best");
        assertThat(of("s1", course.mark(receipt("s1_1", 40, 20), troubled)).points())
                .as("the other may still be better")
                .isEmpty();

        course.write("overrides.csv", OVERRIDES + "s1,lab1,1.2,30,graded by hand\n");
        assertThat(points(of("s1", course.mark(troubled)))).isEqualTo("70");
    }

    @Test
    void anOverrideStandsWithItsReasonBesideWhatWasComputed() throws IOException {
        course.write("manual.csv", MANUAL + "s1,report,20,,\n")
                .write("overrides.csv", OVERRIDES + "s1,lab1,1.2,40,our check was wrong\ns2,lab1,,55,oral exam\n");

        LabMarks marks = course.mark(receipt("s1", 40, 30));

        assertThat(points(of("s1", marks))).isEqualTo("100");
        assertThat(of("s1", marks).overrides().getFirst().was()).isEqualByComparingTo("30");
        assertThat(of("s1", marks).overrides().getFirst().reason()).isEqualTo("our check was wrong");
        assertThat(points(of("s2", marks))).isEqualTo("55");
        assertThat(of("s2", marks).overrides().getFirst().was()).isZero();
    }

    @Test
    void anOverrideOfTheLabEndsWaitingAndLateness() throws IOException {
        course.write("handins.csv", HAND_INS + "lab1,s1,,2026-11-20 12:00\n")
                .write("overrides.csv", OVERRIDES + "s1,lab1,,50,agreed with the dean\n");

        assertThat(points(of("s1", course.mark(receipt("s1", 40, 30))))).isEqualTo("50");
    }

    @Test
    void whatIsNobodysGetsNoSection() throws IOException {
        course.write("handins.csv", HAND_INS + "lab1,demo,-,\n");

        LabMarks marks = course.mark(receipt("demo", 40, 40), receipt("s1", 0, 0));

        assertThat(marks.receipts().getFirst().course()).isEmpty();
        assertThat(marks.counting()).extracting(Receipt::submission).containsExactly("s1");
        assertThat(CourseGrades.of("lab1", marks.receipts(), marks.standings())).doesNotContain("demo");
    }

    @Test
    void aMarkSaysHowItCameAbout() throws IOException {
        course.write("manual.csv", MANUAL + "s1,report,15,Good plots.,kim\n")
                .write("overrides.csv", OVERRIDES + "s1,lab1,1.2,40,our check was wrong\n")
                .write("handins.csv", HAND_INS + "lab1,s1,,2026-11-03 12:00\n");

        Mark mark = course.mark(receipt("s1", 40, 30)).marks().getFirst();

        assertThat(mark.points()).hasValue(new BigDecimal("85.5"));
        assertThat(mark.maximum()).isEqualByComparingTo("100");
        assertThat(mark.comment()).isEqualTo("""
                Automatic checks: 70 of 80
                1.2 set to 40: +10 (our check was wrong)
                Report: 15 of 20 (Good plots. [kim])
                Handed in late: -9.5 (1 day, 10 % less)
                Final: 85.5 of 100""");
        assertThat(course.mark(receipt("s1", 40, 30)).marks().getLast().points())
                .isEmpty();
    }

    @Test
    void theReceiptKeepsTheSectionAndItsAutomaticPart() throws IOException {
        course.write("manual.csv", MANUAL + "s1,report,15.50,\"=HYPERLINK(\"\"x\"\")\",kim\n")
                .write("handins.csv", HAND_INS + "lab1,s1,,2026-11-03 12:00:07\n");
        Receipt plain = receipt("s1", 40, 30);

        Receipt marked = course.mark(plain).receipts().getFirst();
        Receipt read = ReceiptJson.read(ReceiptJson.write(marked));

        assertThat(read).isEqualTo(marked);
        assertThat(ReceiptJson.write(read)).isEqualTo(ReceiptJson.write(marked));
        assertThat(read.with(Optional.empty())).isEqualTo(plain);
        assertThat(ReceiptJson.write(marked.with(Optional.empty()))).isEqualTo(ReceiptJson.write(plain));
        assertThat(course.mark(read).receipts()).as("marking again").containsExactly(marked);
    }

    @Test
    void noTextIsAFormulaInATable() throws IOException {
        course.write("roster.csv", "id,name\n+s1,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n")
                .write("overrides.csv", OVERRIDES + "+s1,lab1,,5,\"@SUM(A1), \"\"quoted\"\"\"\n");

        LabMarks marks = course.mark(receipt("+s1", 40, 30));

        assertThat(CourseGrades.of("lab1", marks.receipts(), marks.standings())).isEqualTo("""
                submission,student,name,lab,points,max,pending,manual,late,override,final,of,note,1.1,1.2
                '+s1,'+s1,"'=HYPERLINK(""http://x"",""y"")",lab1,70,80,20,,,"final: 70 -> 5 (@SUM(A1), ""quoted"")",5,100,time unknown,40,30
                """);
    }
}
