package io.gradlab.lab3;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.grader.cli.CheckCommand;
import io.gradlab.grader.cli.HintCommand;
import io.gradlab.grader.cli.TaskHints;
import io.gradlab.grader.run.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class Lab3HintsTest {

    static List<String> tasks() {
        return Catalogue.tasks(Catalogue.load().find("lab3").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyTaskHasThreeHintsAndADiscussion(String task) {
        TaskHints hints = TaskHints.find("lab3", task).orElseThrow();

        assertThat(hints.steps())
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(step -> assertThat(step).hasSizeBetween(60, 700));
        assertThat(hints.discussion()).hasSizeBetween(120, 700);
    }

    @Test
    void aHintSaysHowToGetTheNext() {
        assertThat(run(new HintCommand(), "3.5").lines())
                .startsWith("3.5   hint 1 of 3")
                .endsWith("More: ./gradlab hint 3.5 2")
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(run(new HintCommand(), "3.5", "3"))
                .startsWith("3.5   hint 3 of 3")
                .doesNotContain("More:");
    }

    @Test
    void aTaskThatPassesAloneShowsItsDiscussion() {
        assertThat(run(new CheckCommand(), "3.11", "--with", "core")).contains("3.11: 9/9", "Saliency shows what");
    }

    private static String run(Callable<Integer> command, String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments))
                .isZero();
        return out.toString();
    }
}
