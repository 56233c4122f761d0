package io.gradlab.grader.lms;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.gradebook.Student;
import io.gradlab.grader.lms.HandInName.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkNamesTest {

    @ParameterizedTest
    @CsvSource({
        "mustermannanna_12345_67890_lab1.zip, 12345, false",
        "mustermannanna_LATE_12345_67890_lab1.zip, 12345, true",
        "mustermannanna_LATE_12345_67890_lab1, 12345, true",
        "müllerø_12345_67890_lab1_2_3_4.zip, 12345, false",
        "müllerø_7_8_my file (1).zip, 7, false",
        "o_brienpat_55_66_x.zip, 55, false",
        "studentlate_55_66_x_LATE_1_2_y.zip, 55, false",
    })
    void readsCanvasNames(String name, String user, boolean late) {
        assertThat(BulkNames.parse(name)).contains(new HandInName(Kind.CANVAS, user, late));
    }

    @ParameterizedTest
    @CsvSource({
        "Anna Mustermann_12345_assignsubmission_file_, 12345",
        "Anna Mustermann_12345_assignsubmission_file, 12345",
        "Anna Mustermann_12345_assignsubmission_file_lab1_9_8_final.zip, 12345",
        "Participant_77_assignsubmission_file_, 77",
        "José Núñez-O'Neil_3_assignsubmission_file_, 3",
    })
    void readsMoodleNames(String name, String participant) {
        assertThat(BulkNames.parse(name)).contains(new HandInName(Kind.MOODLE, participant, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna",
                "anna.zip",
                "lab1_2.zip",
                "a_12345_lab1.zip",
                "mustermannanna_12345_67890_", // no file's name
                "anon_x7Kq9_67890_lab1.zip",
                "Anna Mustermann_12345_assignsubmission_onlinetext_",
                "Anna Mustermann_assignsubmission_file_",
                ""
            })
    void leavesOtherNamesAlone(String name) {
        assertThat(BulkNames.parse(name)).isEmpty();
    }

    @Test
    void findsTheStudentByThePlatformsOwnNumber() {
        Student anna = new Student("a1", "Anna", "", "12345", "77");
        Student ben = new Student("b2", "Ben", "", "77", "12345");
        List<Student> roster = List.of(anna, ben);

        assertThat(new HandInName(Kind.CANVAS, "12345", false).student(roster)).contains(anna);
        assertThat(new HandInName(Kind.MOODLE, "12345", false).student(roster)).contains(ben);
        assertThat(new HandInName(Kind.MOODLE, "1", false).student(roster)).isEmpty();
    }
}
