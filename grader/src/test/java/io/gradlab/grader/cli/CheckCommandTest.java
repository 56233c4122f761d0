package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.CommandProvider;
import io.gradlab.cli.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private String message = "";

    @Test
    void aPassIsOneLineAndTheSumTheLast() {
        assertThat(run("1.8", "--with", "core")).isZero();

        assertThat(out.toString().lines())
                .containsExactly("1.8   dense layer     PASS                15/15", "1.8: 15/15");
    }

    @Test
    void theWholeLabLeavesOutWhatIsWorthNothing() {
        assertThat(run("lab1", "--with", "core", "--seed", "another")).isZero();

        assertThat(out.toString()).startsWith("1.1 ").endsWith(String.format("lab1: 100/100%n"));
    }

    @Test
    void theSolvedExampleIsCheckedWhenAskedFor() {
        assertThat(run("1.0", "--with", "core")).isZero();

        assertThat(out.toString()).contains("PASS").contains("0/0");
    }

    @Test
    void anUnknownTaskNamesThoseThatThereAre() {
        assertThat(run("1.99", "--with", "core")).isEqualTo(2);

        assertThat(message)
                .isEqualTo("There is no lab or task 1.99; there are lab1, lab2, lab3 and the tasks "
                        + "1.0 to 1.14, 2.0 to 2.16, 3.0 to 3.13");
    }

    @Test
    void anAbsentImplementationNamesThoseThatThereAre() {
        assertThat(run("1.8", "--with", "solutions")).isEqualTo(2);

        assertThat(message).isEqualTo("There is no lab1 --with solutions here; on this class path are: core");
    }

    @Test
    void theCommandIsRegistered() {
        assertThat(ServiceLoader.load(CommandProvider.class).stream()
                        .flatMap(provider -> provider.get().commands().stream()))
                .hasAtLeastOneElementOfType(CheckCommand.class);
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((problem, _, _) -> {
                    message = String.valueOf(problem.getMessage());
                    return problem instanceof UserError ? 2 : 3;
                })
                .execute(arguments);
    }
}
