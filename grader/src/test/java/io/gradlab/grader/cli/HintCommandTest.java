package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HintCommandTest {

    @Test
    void eachSectionIsAParagraph() {
        TaskHints hints =
                TaskHints.parse("file", "# 1\none\nline\n\n# 2\ntwo # not a title\n# 3\nthree\n# Discussion\nlast\n");

        assertThat(hints.steps()).containsExactly("one line", "two # not a title", "three");
        assertThat(hints.discussion()).isEqualTo("last");
        assertThat(hints.discussionText().lines()).containsExactly("", "      last");
    }

    @Test
    void aMissingSectionIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TaskHints.parse("1.8.md", "# 1\none\n# 3\nthree\n# Discussion\nlast\n"))
                .withMessage("1.8.md has the sections [1, 3, Discussion], not 1, 2, 3, Discussion");
    }

    @Test
    void anUnknownTaskNamesThoseThatThereAre() {
        assertUserError("There is no task 1.99; there are 1.0 to 1.14, 2.0 to 2.", "1.99");
        assertUserError("There is no task lab1; there are 1.0 to 1.14, 2.0 to 2.", "lab1");
    }

    @Test
    void aTaskWithoutHintsSaysSo() { // the labs' resources are not on the grader's own class path
        assertUserError("There are no hints for task 1.8 here", "1.8");
    }

    private static void assertUserError(String message, String... arguments) {
        HintCommand command = new HintCommand();
        new CommandLine(command).parseArgs(arguments);
        assertThatThrownBy(command::call).isInstanceOf(UserError.class).hasMessageStartingWith(message);
    }
}
