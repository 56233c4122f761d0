package io.gradlab.grader.gradebook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in a course's files is one line: which file, which line of it, what to do. */
class CourseMistakesTest {
    @TempDir
    private Path disk;

    private CourseFolder course = new CourseFolder(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        course = CourseFolder.in(disk);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> course.book().check("lab1", List.of(), CourseFolder.TASKS))
                .isInstanceOf(UserError.class)
                .hasMessage(message.replace("DIR/", disk.resolve("x").toString().replaceAll("x$", "")))
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attempts: last | atempts: last | line 3: atempts is not known; here there are: name, zone, attempts,"
                        + " late, labs",
                "attempts: last | attempts: first | line 3: attempts is \"first\"; write best or last",
                "name: Nets | | line 1: it has no name; add for example `name: Neural networks`",
                "name: Nets | name: | line 1: it has no name; add for example `name: Neural networks`",
                "name: Nets | name: [a, b] | line 1: name must be a single value",
                "zone: Europe/Berlin | zone: Berlin | line 2: zone is \"Berlin\", which is no time zone; write one like"
                        + " Europe/Berlin",
                "grace: 30 | grace: -1 | line 4: late.grace is \"-1\"; write a number from 0 to 1000000",
                "grace: 30 | grace: 1.5 | line 4: late.grace is \"1.5\"; write a whole number",
                "percent: 10 | percent: 10% | line 4: late.percent is \"10%\"; write a number from 0 to 100",
                "percent: 10 | percent: 101 | line 4: late.percent is \"101\"; write a number from 0 to 100",
                "days: 3 | dais: 3 | line 4: late.dais is not known; here there are: grace, percent, days",
                ", days: 3 | | line 4: late has no days; add for example `days: 3`",
                "weight: 30 | weight: much | line 7: labs.lab1.weight is \"much\"; write a number from 0 to 1000000",
                "weight: 30 | | line 6: labs.lab1 has no weight; add for example `weight: 1`",
                "deadline: 2026-12-07 23:59 | | line 11: labs.lab2 has no deadline; add for example `deadline: 2026-11-02"
                        + " 23:59`",
                "2026-11-02 23:59 | 2026-11-31 23:59 | line 8: labs.lab1.deadline is no point in time: \"2026-11-31"
                        + " 23:59\"; write it like 2026-11-02 23:59",
                "2026-11-02 23:59 | 2026-03-29 02:30 | line 8: labs.lab1.deadline is 2026-03-29 02:30, which the clocks of"
                        + " Europe/Berlin skip as summer time begins; write an hour later or earlier",
                "item: report, | | line 10: labs.lab1.manual[1] has no item; add for example `item: report`",
                "points: 20 | points: 0 | line 10: labs.lab1.manual[1].points is 0; write what the item is worth",
                "points: 20 | points: 20, by: kim | line 10: labs.lab1.manual[1].by is not known; here there are: item,"
                        + " title, points, rubric",
                "- {item: report, title: Report, points: 20} | {item: report} | line 9: labs.lab1.manual must be a list of"
                        + " items like `- {item: report, title: Report, points: 20}`",
                "lab2: | lab1: | line 11: labs.lab1 stands there twice; delete one",
                "attempts: last | attempts: [last | line 4: it is no YAML, expected ',' or ']', but got :; mend that line"
            })
    void courseYaml(String from, String to, String message) throws IOException {
        course.edit("course.yaml", from, to == null ? "" : to);

        refused("DIR/course.yaml " + message);
    }

    @Test
    void anItemThatTwoLabsHave() throws IOException {
        course.edit(
                "course.yaml",
                "deadline: 2026-12-07 23:59",
                "deadline: 2026-12-07 23:59\n    manual: [{item: report, title: R, points: 1}]");

        refused(
                "DIR/course.yaml line 14: labs.lab2.manual[1].item is \"report\" a second time; every item needs a name of"
                        + " its own, as manual.csv does not say which lab it means");
    }

    @Test
    void aCourseThatIsNone() throws IOException {
        course.write("course.yaml", "- lab1\n");
        refused("DIR/course.yaml: it must hold `name: …`, `zone: …` and so on, a key on each line");

        Files.delete(disk.resolve("course.yaml"));
        refused("DIR/course.yaml is no file; name the course's course.yaml");
    }

    @Test
    void aCourseWithoutTheLab() {
        assertThatThrownBy(() -> course.book().check("lab3", List.of(), CourseFolder.TASKS))
                .isInstanceOf(UserError.class)
                .hasMessage(disk.resolve("course.yaml") + " has no lab3; it has lab1, lab2: add it there");
    }

    @Test
    void aMissingRoster() throws IOException {
        Files.delete(disk.resolve("roster.csv"));

        refused(
                "There is no roster.csv beside DIR/course.yaml; write one with the columns id, name and, if wanted, email,"
                        + " canvas, moodle");
    }

    @Test
    void aTableThatIsNotUtf8() throws IOException {
        Files.write(disk.resolve("roster.csv"), "id,name\ns1,Jürgen\n".getBytes(StandardCharsets.ISO_8859_1));

        refused(
                "DIR/roster.csv: it is not text in UTF-8; a course's files are texts in UTF-8, which spreadsheets save as"
                        + " \"CSV UTF-8\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "roster.csv | '' | : it is empty; begin with the line id,name",
                "roster.csv | id;mail~s1;x | line 1: there is no column \"name\"; the columns are id, name, in any order",
                "roster.csv | id,name,ID~s1,x,s2 | line 1: there are several columns \"id\"; the columns are id, name, in"
                        + " any order",
                "roster.csv | id,name~s1, | line 2: the cell \"name\" is empty; fill it in, or delete the line",
                "roster.csv | id,name~s1,Anna~~S1,Ben | line 4: S1 is there a second time; every student has one line",
                "roster.csv | id,name,canvas~s1,Anna,7~s2,Ben,7 | line 3: 7 is there a second time; every student has one"
                        + " line",
                "roster.csv | id,name~s1,Ash, Anna | line 2: it has 3 cells, the header 2; put a text with a comma or"
                        + " semicolon in quotes",
                "roster.csv | id,name~s1,\"Anna | : Unclosed quoted field at end of input (record starting at line 2); mend the quotes",
                "groups.csv | group,student~g,s9 | line 2: s9 is not in roster.csv; add the student there",
                "groups.csv | group,student~s1,s2 | line 2: the group s1 has a student's id; name it otherwise",
                "groups.csv | group,student~g,s1~h,s1 | line 3: s1 is in a group already; delete one of the lines",
                "extensions.csv | student,lab,deadline~s9,lab1,2026-12-01 10:00 | line 2: s9 is neither in roster.csv nor a"
                        + " group of groups.csv; add the student there",
                "extensions.csv | student,lab,deadline~s1,lab9,2026-12-01 10:00 | line 2: there is no lab9 in course.yaml;"
                        + " there are lab1, lab2",
                "extensions.csv | student,lab,deadline~s1,lab1,1.12.2026 | line 2: the deadline is no point in time:"
                        + " \"1.12.2026\"; write it like 2026-11-02 23:59",
                "extensions.csv | student,lab,deadline~s1,lab1,2026-11-01 10:00 | line 2: the deadline is before lab1's own;"
                        + " write a later one",
                "extensions.csv | student,lab,deadline~s1,lab1,2026-12-01 10:00~S1,lab1,2026-12-02 10:00 | line 3: S1 has a"
                        + " line for the same already; delete one of them",
                "manual.csv | student,item,points,comment~s1,report,5,x | line 1: there is no column \"marker\"; the columns"
                        + " are student, item, points, comment, marker, in any order",
                "manual.csv | student,item,points,comment,marker~s1,essay,5,x,k | line 2: there is no item essay in"
                        + " course.yaml; there are: report",
                "manual.csv | student,item,points,comment,marker~s1,report,20.5,x,k | line 2: 20.5 points are more than the"
                        + " item report is worth; give at most 20",
                "manual.csv | student,item,points,comment,marker~s1,report,-1,x,k | line 2: \"-1\" is no number of points;"
                        + " write for example 7.5",
                "manual.csv | student,item,points,comment,marker~s1,report,7.125,x,k | line 2: \"7.125\" is no number of"
                        + " points; write for example 7.5",
                "manual.csv | student,item,points,comment,marker~s1,report,five,x,k | line 2: \"five\" is no number of"
                        + " points; write for example 7.5",
                "manual.csv | student,item,points,comment,marker~s1,report,5,x,k~s1,report,6,x,k | line 3: s1 has a line for"
                        + " the same already; delete one of them",
                "overrides.csv | student,lab,task,points,reason~s1,lab1,1.1,5, | line 2: the cell \"reason\" is empty; fill"
                        + " it in, or delete the line",
                "overrides.csv | student,lab,task,points,reason~s1,lab1,1.1,,ill | line 2: the cell \"points\" is empty;"
                        + " fill it in, or delete the line",
                "overrides.csv | student,lab,task,points,reason~s1,lab1,1.1,41,x | line 2: 41 points are more than task 1.1"
                        + " is worth; give at most 40",
                "overrides.csv | student,lab,task,points,reason~s1,lab1,,101,x | line 2: 101 points are more than lab1 is"
                        + " worth; give at most 100",
                "handins.csv | lab,submission,student,submitted~lab1,x,s9, | line 2: s9 is neither in roster.csv nor a group"
                        + " of groups.csv; add the student there",
                "handins.csv | lab,submission,student,submitted~lab1,x,s1,yesterday | line 2: the time is no point in time:"
                        + " \"yesterday\"; write it like 2026-11-02 23:59",
                "handins.csv | lab,submission,student,submitted~lab1,x.zip,s1,~lab1,X,s2, | line 3: X has a line already;"
                        + " delete one of them"
            })
    void table(String file, String content, String message) throws IOException {
        course.write(file, content.equals("''") ? "" : content.replace('~', '\n') + "\n");

        refused("DIR/" + file + (message.startsWith(":") ? "" : " ") + message);
    }

    @Test
    void anOverrideOfATaskThatIsNotThere() throws IOException {
        course.write("overrides.csv", "student,lab,task,points,reason\ns1,lab1,1.99,5,x\n");

        assertThatThrownBy(() -> course.book().check("lab1", List.of(), CourseFolder.TASKS))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("\\Q" + disk.resolve("overrides.csv")
                        + "\\E line 2: there is no task 1\\.99 in lab1; there are 1\\.[12], 1\\.[12]");
    }
}
