package io.gradlab.grader.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.grader.gradebook.LmsNames.Found;
import io.gradlab.grader.gradebook.LmsNames.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a submission is: as handins.csv says, else as its name does. */
class HandInsTest {
    private static final Instant TEN = Instant.parse("2026-11-01T09:00:00Z");

    @TempDir
    private Path disk;

    private CourseFolder course = new CourseFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        course = CourseFolder.in(disk);
    }

    private List<HandIn> find(Lms lms, String... submissions) {
        return CourseFiles.read(disk.resolve("course.yaml"), lms).handIns().of("lab1", List.of(submissions));
    }

    private HandIn only(String submission) {
        return find(Lms.NONE, submission).getFirst();
    }

    private static List<String> ids(HandIn handIn) {
        return handIn.students().stream().map(Student::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"s1, s1, 0", "S1, s1, 0", "s1_2, s1, 2", "s1-3, s1, 3", "s2_v4, s2, 4", "s2-attempt12, s2, 12"})
    void theNameIsAnIdAndPerhapsTheAttempt(String name, String id, int attempt) {
        assertThat(ids(only(name))).containsExactly(id);
        assertThat(only(name).attempt()).isEqualTo(attempt);
        assertThat(only(name).submitted()).isEmpty();
    }

    @Test
    void anIdThatLooksLikeAnAttemptIsAnId() throws IOException {
        course.edit("roster.csv", "s2,", "s1_2,");

        assertThat(ids(only("s1_2"))).containsExactly("s1_2");
        assertThat(ids(only("s1_2_1"))).containsExactly("s1_2");
        assertThat(only("s1_2_1").attempt()).isEqualTo(1);
    }

    @Test
    void anAccentIsTheSameHoweverItIsStored() throws IOException {
        course.edit("roster.csv", "s2,", "bj\u00F6rn,");

        assertThat(ids(only("bjo\u0308rn"))).containsExactly("bj\u00F6rn");
    }

    @Test
    void aGroupsHandInIsAllMembers() throws IOException {
        course.write("groups.csv", "student,group\ns2,red\ns1,red\n");

        assertThat(ids(only("red"))).containsExactly("s2", "s1");
        assertThat(ids(only("Red-2"))).containsExactly("s2", "s1");
        assertThat(ids(only("s1"))).containsExactly("s2", "s1");
        assertThat(ids(only("s3"))).containsExactly("s3");
    }

    @Test
    void handinsCsvSaysMoreThanTheName() throws IOException {
        course.write("handins.csv", """
                submitted;student;submission;lab
                2026-11-01 10:00;s2;s1.zip;lab1
                2026-11-01T09:00Z;;s3;lab1
                ;-;test;lab1
                ;s3;s1;lab2
                """);

        List<HandIn> found = find(Lms.NONE, "s1", "s3", "test");

        assertThat(found).hasSize(2);
        assertThat(ids(found.getFirst())).containsExactly("s2");
        assertThat(ids(found.getLast())).containsExactly("s3");
        assertThat(found).extracting(HandIn::submitted).containsOnly(Optional.of(TEN));
    }

    @Test
    void aTableMayHaveAByteOrderMarkBlanksAndOtherColumns() throws IOException {
        String table = "\uFEFF Canvas ; seat ;ID; Name\r\n77;4;s7; \"Özil; M.\" \r\n\r\n;;;\r\n";
        Files.write(disk.resolve("roster.csv"), table.getBytes(StandardCharsets.UTF_8));

        assertThat(only("s7").students()).containsExactly(new Student("s7", "Özil; M.", "", "77", ""));
    }

    @Test
    void aPlatformsNameHasTheRostersNumber() {
        LmsNames names = name -> switch (name) {
            case "benberg_LATE_9002_1_lab1" -> Optional.of(new Found(Platform.CANVAS, "9002", true));
            case "Anna Ash_501_assignsubmission_file" -> Optional.of(new Found(Platform.MOODLE, "501", false));
            default -> Optional.empty();
        };

        List<HandIn> found = find(
                new Lms(names, Map.of("501", TEN)), "benberg_LATE_9002_1_lab1", "Anna Ash_501_assignsubmission_file");

        assertThat(found).extracting(HandInsTest::ids).containsExactly(List.of("s2"), List.of("s1"));
        assertThat(found).extracting(HandIn::late).containsExactly(true, false);
        assertThat(found).extracting(HandIn::submitted).containsExactly(Optional.empty(), Optional.of(TEN));
    }

    @Test
    void moodlesTimeIsThatOfAnOnlyHandIn() {
        Lms lms = new Lms(LmsNames.NONE, Map.of("501", TEN));

        assertThat(find(lms, "s1", "s2"))
                .extracting(HandIn::submitted)
                .containsExactly(Optional.of(TEN), Optional.empty());
        assertThat(find(lms, "s1_1", "s1_2")).extracting(HandIn::submitted).containsOnly(Optional.empty());
    }

    @Test
    void whatIsNobodysIsRefused() {
        assertThatThrownBy(() -> find(Lms.NONE, "s1", "s9", "s1_final"))
                .isInstanceOf(UserError.class)
                .hasMessage("Whose is s9, whose is s1_final? No student of roster.csv; say it in "
                        + disk.resolve("handins.csv") + ", with - for nobody");
        assertThatThrownBy(() -> find(Lms.NONE, "a", "b", "c", "d", "e", "f", "g"))
                .hasMessageStartingWith("Whose is a, whose is b, whose is c, whose is d, whose is e, and 2 more? No");
    }

    @Test
    void aLineThatFitsNoSubmissionIsSaid() throws IOException {
        course.write("handins.csv", "lab,submission,student,submitted\nlab1,s11,s1,\nlab2,s1,s1,\n");

        assertThat(course.book().check("lab1", List.of("s1"), CourseFolder.TASKS))
                .containsExactly("handins.csv: no submission to lab1 is named s11.");
    }

    @Test
    void whichIsTheLastMustBeKnown() throws IOException {
        assertThatThrownBy(() -> course.book().check("lab1", List.of("s1_2", "s1-2"), CourseFolder.TASKS))
                .isInstanceOf(UserError.class)
                .hasMessage("Which of s1_2 and s1-2 came last? Say when they were submitted in handins.csv");

        course.edit("course.yaml", "attempts: last", "attempts: best");
        assertThat(course.book().check("lab1", List.of("s1_2", "s1-2"), CourseFolder.TASKS))
                .isEmpty();
    }
}
