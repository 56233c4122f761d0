package io.gradlab.lab3;

import io.gradlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/**
 * What a command said and how it ended.
 *
 * @param code the exit code
 * @param text its output
 * @param errors what it said of errors
 */
public record CommandLineRun(int code, String text, String errors) {

    /** Runs {@code gradlab} with arguments. */
    public static CommandLineRun of(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        StringWriter text = new StringWriter();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = Main.commandLine().setOut(new PrintWriter(text, true)).execute(arguments);
            return new CommandLineRun(code, text.toString(), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
