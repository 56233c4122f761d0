package io.gradlab.grader.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.grader.gradebook.Student;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodleWorksheetTest {
    private static final String WORKSHEET = """
            \uFEFFIdentifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
            "Participant 9001","Anna Müller",anna@x.example,"Submitted for grading - ",,100.00,Yes,"Friday, 15 March 2024, 3:05 PM",-,
            "Participant 9002","Ben O'Brien",ben@uni.example,"Submitted for grading - ",12.00,100.00,Yes,"Saturday, 16 March 2024, 11:59 PM","Monday, 18 March 2024, 9:00 AM","old, text"
            "Participant 9003","Cleo Winter",,"No submission",50.00,100.00,No,-,-,
            """;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path disk;

    private MoodleWorksheet read(String text) throws IOException {
        return MoodleWorksheet.read(Files.writeString(disk.resolve("worksheet.csv"), text));
    }

    @Test
    void fillsGradeAndFeedbackAndChangesNoOtherByte() throws IOException {
        Filled filled = read(WORKSHEET)
                .fill(List.of(
                        Marks.of(Marks.ANNA, "87.50", "1.1 passed\n1.2: a < b, \"quoted\"\n"),
                        Marks.of(Marks.BEN, "100", "=HYPERLINK(\"x\")"),
                        Marks.of(Marks.CLEO, "60", "not to be seen")));

        assertThat(filled.text())
                .isEqualTo(WORKSHEET
                        .replace(
                                "grading - \",,100.00,Yes,\"Friday, 15 March 2024, 3:05 PM\",-,\n",
                                "grading - \",87.5,100.00,Yes,\"Friday, 15 March 2024, 3:05 PM\",-,"
                                        + "\"1.1 passed<br>1.2: a &lt; b, \"\"quoted\"\"\"\n")
                        .replace(",12.00,", ",100,")
                        .replace("\"old, text\"", "\"'=HYPERLINK(\"\"x\"\")\""));
        assertThat(filled.count()).isEqualTo(2);
        assertThat(filled.unmarked()).containsExactly("Cleo Winter");
        assertThat(filled.remarks()).isEmpty();
    }

    @Test
    void leavesMarksWithoutPointsAndNamesStrangers() throws IOException {
        Student dana = new Student("d4", "Dana", "", "", "1");
        Filled filled = read(WORKSHEET).fill(List.of(Marks.pending(Marks.BEN), Marks.of(dana, "1", "")));

        assertThat(filled.text()).isEqualTo(WORKSHEET);
        assertThat(filled.strangers()).containsExactly("Dana (d4)");
        assertThat(filled.lines("moodle.csv"))
                .containsExactly(
                        "moodle.csv: 0 marks filled in",
                        "moodle.csv: graded, but not in it: Dana (d4)",
                        "moodle.csv: in it, but left as it was: Anna Müller; Ben O'Brien; Cleo Winter");
    }

    @Test
    void findsByNameWhoseNumberIsUnknown() throws IOException {
        Student known = new Student("x", "Anna Müller", "", "", "5");
        Student unknown = new Student("y", "anna  müller", "", "", "");

        assertThat(read(WORKSHEET).fill(List.of(Marks.of(known, "1", ""))).count())
                .isZero();
        assertThat(read(WORKSHEET).fill(List.of(Marks.of(unknown, "1", ""))).count())
                .isEqualTo(1);
    }

    @Test
    void refusesAGradeAboveTheMaximum() {
        assertThatThrownBy(() ->
                        read(WORKSHEET.replace(",,100.00", ",,50.00")).fill(List.of(Marks.of(Marks.ANNA, "50.01", ""))))
                .hasMessage(
                        "Anna Müller (a1) has 50.01 points, and the assignment's maximum grade is 50.00; set Moodle's"
                                + " maximum to 100");
    }

    @Test
    void worksWithHiddenNamesAndWithoutFeedback() throws IOException {
        String anonymous = """
                Identifier,Status,Grade,Maximum Grade,Last modified (grade)
                Participant 9001,,,100,-
                """;
        Filled filled = read(anonymous).fill(List.of(Marks.of(Marks.ANNA, "3", "text")));

        assertThat(filled.text()).isEqualTo(anonymous.replace("9001,,,", "9001,,3,"));
        assertThat(filled.remarks()).singleElement().asString().contains("no column Feedback comments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Identifier", "Grade", "\"Last modified (grade)\""})
    void needsTheColumnsThatTheImportNeeds(String column) {
        String other = WORKSHEET.replaceFirst("(?<=[\uFEFF,])" + Pattern.quote(column) + ",", "Andere,");
        assertThatThrownBy(() -> read(other))
                .hasMessageStartingWith("it has no column " + column.replace("\"", ""))
                .hasMessageContaining("set Moodle's language to English");
    }

    @Test
    void readsWhenStudentsHandedIn() throws IOException {
        assertThat(read(WORKSHEET).submissionTimes(BERLIN))
                .hasSize(2)
                .containsEntry("9001", Instant.parse("2024-03-15T14:05:00Z"))
                .containsEntry("9002", Instant.parse("2024-03-16T22:59:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Friday, 15 March 2024, 3:05 PM",
                "Friday, 15 March 2024, 03:05 pm",
                "Friday, 15 March 2024, 3:05\u202FPM",
                "Friday, 15 March 2024, 15:05",
                "Friday, March 15, 2024, 3:05 PM",
                "15 March 2024, 3:05 PM",
            })
    void readsMoodlesEnglishTimes(String time) {
        assertThat(MoodleTime.parse(time, BERLIN)).contains(Instant.parse("2024-03-15T14:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Freitag, 15. März 2024, 15:05", "2024-03-15", "15/03/24, 15:05", "soon"})
    void saysWhatToDoAboutOtherTimes(String time) {
        assertThatThrownBy(() -> MoodleTime.parse(time, BERLIN))
                .hasMessageContaining("'" + time + "'")
                .hasMessageContaining("set Moodle's language to English")
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysThatTheTimesAreMissing() {
        assertThatThrownBy(
                        () -> read("Identifier,Grade,Last modified (grade)\n").submissionTimes(BERLIN))
                .hasMessageContaining("no column Last modified (submission)");
    }
}
