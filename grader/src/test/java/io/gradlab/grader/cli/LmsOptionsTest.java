package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.grader.gradebook.Mark;
import io.gradlab.grader.gradebook.Student;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LmsOptionsTest {
    private static final List<Mark> MARKS = List.of(new Mark(
            new Student("a1", "Anna", "", "7", "9"), "lab1", Optional.of(BigDecimal.TEN), new BigDecimal(100), "good"));

    @TempDir
    private Path disk;

    /** A command with nothing but these options. */
    @CommandLine.Command(name = "test")
    private static final class Command {
        @CommandLine.Mixin
        private LmsOptions options = new LmsOptions();
    }

    private List<String> write(String... arguments) {
        Command command = new Command();
        new CommandLine(command).parseArgs(arguments);
        return command.options.write(MARKS, disk.resolve("out"));
    }

    @Test
    void writesBothTables() throws IOException {
        Path canvas = Files.writeString(disk.resolve("c.csv"), "Student,ID,Section,Lab 1 (2)\nAnna,7,A,\n");
        Path moodle = Files.writeString(
                disk.resolve("m.csv"), "Identifier,Grade,Last modified (grade),Feedback comments\nParticipant 9,,-,\n");

        assertThat(write("--canvas-export=" + canvas, "--moodle-worksheet=" + moodle))
                .containsExactly(
                        disk.resolve("out/canvas.csv") + ": 1 mark filled in",
                        disk.resolve("out/moodle.csv") + ": 1 mark filled in");

        assertThat(disk.resolve("out/canvas.csv")).hasContent("Student,ID,Section,Lab 1 (2)\nAnna,7,A,10\n");
        assertThat(disk.resolve("out/moodle.csv")).content().endsWith("Participant 9,10,-,good\n");
    }

    @Test
    void writesNothingIfNothingIsAsked() {
        assertThat(write()).isEmpty();
        assertThat(disk.resolve("out")).doesNotExist();
    }

    @Test
    void refusesBadInputInOneLine() throws IOException {
        Path file = Files.writeString(disk.resolve("c.csv"), "a,b\n");

        assertThatThrownBy(() -> write("--canvas-export=" + file))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(file + ": it is no gradebook of Canvas")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> write("--moodle-worksheet=" + disk.resolve("none.csv")))
                .isInstanceOf(UserError.class)
                .hasMessage(disk.resolve("none.csv") + ": there is no such file");
        assertThatThrownBy(() -> write("--canvas-assignment=7"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("--canvas-export");
    }
}
