package io.gradlab.grader.lms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanvasExportTest {
    /** With a byte order mark, a needless quote, a title with comma and quotes, a manual-posting row, the test student. */
    private static final String EXPORT = """
            \uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Notes,"Essay, ""short"" (41)",Lab 1 (42),Lab 10 (43),Final Score
            ,,,,,,,Manual Posting,,
                Points Possible,,,,,(read only),20.00,100.00,100.00,(read only)
            "Müller, Anna",101,x9,login-a,"Mon, 8",,"17",3.00,,55
            "O'Brien, Ben",102,b2,ben@uni.example,Tue,=1+1,,,,12
            "Winter, Cleo",103,,,Tue,,,EX,,
            "Winter, Dana",104,,,Tue,,,N/A,,
            "Student, Test",105,,,Tue,,,,,
            """;

    @TempDir
    private Path disk;

    private CanvasExport read(String text) throws IOException {
        return CanvasExport.read(Files.writeString(disk.resolve("export.csv"), text));
    }

    private Filled fill(String text, List<Mark> marks) throws IOException {
        return read(text).fill(marks, Optional.empty());
    }

    @Test
    void fillsOneColumnAndChangesNoOtherByte() throws IOException {
        Filled filled = fill(EXPORT, List.of(Marks.of(Marks.BEN, "87.50", ""), Marks.of(Marks.ANNA, "100", "")));

        assertThat(filled.text())
                .isEqualTo(EXPORT.replace("\"17\",3.00,", "\"17\",100,").replace("=1+1,,,", "=1+1,,87.5,"));
        assertThat(filled.count()).isEqualTo(2);
        assertThat(filled.strangers()).isEmpty();
        assertThat(filled.unmarked()).containsExactly("Cleo Winter", "Dana Winter", "Test Student");
        assertThat(filled.remarks()).isEmpty();
    }

    @Test
    void keepsWindowsLineEndsAndAMissingLastOne() throws IOException {
        String windows = EXPORT.stripTrailing().replace("\n", "\r\n");

        assertThat(fill(windows, List.of(Marks.of(Marks.ANNA, "100", ""))).text())
                .isEqualTo(windows.replace("\"17\",3.00,", "\"17\",100,"));
    }

    @Test
    void keepsExcusedStudentsAndMarksWithoutPoints() throws IOException {
        Student dana = new Student("d4", "Dana Winter", "", "104", "");
        Filled filled = fill(
                EXPORT, List.of(Marks.of(Marks.CLEO, "50", ""), Marks.pending(Marks.ANNA), Marks.of(dana, "1", "")));

        assertThat(filled.text()).isEqualTo(EXPORT);
        assertThat(filled.count()).isZero();
        assertThat(filled.unmarked()).contains("Anna Müller", "Cleo Winter", "Dana Winter");
    }

    @Test
    void findsByNumberThenUserThenLoginThenName() throws IOException {
        String export = """
                Student,ID,SIS User ID,SIS Login ID,Section,Lab 1 (42)
                "Other, Name",101,,,A,
                Name,1,a1,,A,
                Name,2,,a1,A,
                "Müller, Anna",3,,,A,
                """;
        assertThat(fill(export, List.of(Marks.of(Marks.ANNA, "7", ""))).text()).contains("\"Other, Name\",101,,,A,7\n");
        String noNumber = export.replace(",101,", ",9,");
        assertThat(fill(noNumber, List.of(Marks.of(Marks.ANNA, "7", ""))).text())
                .contains("Name,1,a1,,A,7\n");
        String noUser = noNumber.replace(",1,a1,", ",1,,");
        assertThat(fill(noUser, List.of(Marks.of(Marks.ANNA, "7", ""))).text()).contains("Name,2,,a1,A,7\n");
        String nameOnly = noUser.replace(",,a1,", ",,,");
        Student anna = new Student("a1", "Anna Müller", "", "", "");
        assertThat(fill(nameOnly, List.of(Marks.of(anna, "7", ""))).text()).contains("\"Müller, Anna\",3,,,A,7\n");
        assertThat(fill(nameOnly, List.of(Marks.of(Marks.ANNA, "7", ""))).strangers()) // another number: a namesake
                .containsExactly("Anna Müller (a1)");
        String twice = nameOnly.replace("Other, Name", "Müller, Anna");
        assertThat(fill(twice, List.of(Marks.of(anna, "7", ""))).strangers()).containsExactly("Anna Müller (a1)");
    }

    @Test
    void readsSemicolonsDecimalCommasAndNamesInTwoColumns() throws IOException {
        String export = """
                LastName;FirstName;ID;SIS Login ID;Section;Lab 1 (42);Current Score
                    Points Possible;;;;;100,00;(read only)
                Müller;Anna;7;;A;12,50;12,50
                """;
        Student anna = new Student("a1", "Müller, Anna", "", "", "");
        assertThat(fill(export, List.of(Marks.of(anna, "87.555", ""))).text())
                .isEqualTo(export.replace("A;12,50;", "A;87,56;"));
    }

    @Test
    void picksTheColumnByNumberOrTitle() throws IOException {
        List<Mark> marks = List.of(Marks.of(Marks.ANNA, "9", ""));
        String tenth = EXPORT.replace("\"17\",3.00,,55", "\"17\",3.00,9,55");

        assertThat(read(EXPORT).fill(marks, Optional.of("43")).text()).isEqualTo(tenth);
        assertThat(read(EXPORT).fill(marks, Optional.of("Lab 10")).text()).isEqualTo(tenth);
        assertThat(read(EXPORT).fill(marks, Optional.of("lab-10")).text()).isEqualTo(tenth);
        assertThat(read(EXPORT).fill(marks, Optional.of("Essay, \"short\"")).remarks())
                .singleElement()
                .asString()
                .contains("is worth 20.00 points in Canvas, and 100 here");
        String longTitle = EXPORT.replace("Lab 1 (42)", "Lab 1: the MLP (42)");
        assertThat(fill(longTitle, marks).text()).contains("\"17\",9,");
    }

    @Test
    void saysWhichColumnsThereAre() {
        List<Mark> marks = List.of(Marks.of(Marks.ANNA, "9", ""));

        assertThatThrownBy(() -> read(EXPORT).fill(marks, Optional.of("Lab 7")))
                .hasMessage("no assignment is called Lab 7; there are: Notes, Essay, \"short\" (41), Lab 1 (42),"
                        + " Lab 10 (43); name one with --canvas-assignment");
        assertThatThrownBy(() -> fill(EXPORT.replace("Lab 10 (43)", "LAB-1 (44)"), marks))
                .hasMessageContaining("several assignments fit lab1: Lab 1 (42), LAB-1 (44)");
        assertThatThrownBy(() -> read(EXPORT).fill(marks, Optional.of("Notes")))
                .hasMessageContaining("Canvas would skip the column Notes, which is read only");
    }

    @Test
    void refusesOtherFiles() throws IOException {
        assertThatThrownBy(() -> read("name,points\nAnna,1\n")).hasMessageStartingWith("it is no gradebook of Canvas");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("it is no gradebook of Canvas");
        assertThatThrownBy(() -> read(EXPORT + "\"open")).hasMessage("the quotes that open in line 9 never close");
        Path latin = Files.write(disk.resolve("latin.csv"), EXPORT.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CanvasExport.read(latin)).hasMessageStartingWith("it is not text in UTF-8");
    }

    @Test
    void givesNoLineToTwoStudents() {
        Student twin = new Student("a2", "Twin", "", "101", "");
        assertThatThrownBy(() -> fill(EXPORT, List.of(Marks.of(Marks.ANNA, "1", ""), Marks.of(twin, "2", ""))))
                .hasMessageContaining("the line of Müller, Anna would be that of Anna Müller (a1) and of Twin (a2)");
    }
}
