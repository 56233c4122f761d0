package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What a command did, run as the launcher runs it. */
record Launched(int code, String out, String err) {

    static Launched run(String... arguments) {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true));
            int code = line.execute(arguments);
            return new Launched(code, out.toString(), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /** Checks that the command refused its input: exit code 2, and one line with that in it. */
    static void refuses(String part, String... arguments) {
        Launched launched = run(arguments);
        assertThat(launched.err()).startsWith("gradlab: ").contains(part).containsOnlyOnce("\n");
        assertThat(launched.code()).isEqualTo(2);
    }
}
