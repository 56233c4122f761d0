package io.gradlab.cli;

import io.gradlab.nn.io.DataFormatException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one line and an exit code. */
final class Errors {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Pattern CONSTANTS =
            Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was");

    private Errors() {}

    /** Says what is wrong with the arguments. */
    static int wrongUsage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        print(line, message(problem) + " (see `" + line.getCommandSpec().qualifiedName() + " --help`)");
        return WRONG_USAGE;
    }

    /** Says what is wrong with the input, or, for a fault of the program itself, all that helps to mend it. */
    static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        if (problem instanceof UserError || problem instanceof DataFormatException) {
            print(line, problem.getMessage());
            return WRONG_USAGE;
        }
        if (problem instanceof CommandFailed) {
            print(line, problem.getMessage());
            return FAILED;
        }
        StringWriter trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace));
        print(line, "this is a fault of the program, please report it with the lines below\n" + trace);
        return FAILED;
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && unmatched.getCommandLine().getParseResult() != null) {
            CommandLine line = unmatched.getCommandLine();
            String first = unmatched.getUnmatched().getFirst();
            List<String> known = List.copyOf(line.getSubcommands().keySet());
            if (!first.startsWith("-") && !known.isEmpty()) {
                return "unknown " + kind(line) + " '" + first + "'; there are: " + String.join(", ", known);
            }
        }
        return plain(problem.getMessage().lines().findFirst().orElse("wrong usage"));
    }

    /** Says Java's words for a person: no types, and constants as they are written on the command line. */
    private static String plain(String message) {
        return CONSTANTS
                .matcher(message)
                .replaceAll(found -> "expected " + found.group(1).toLowerCase(Locale.ROOT) + " but was")
                .replaceAll("is not an? (int|long)$", "is not a whole number")
                .replaceAll("is not a double$", "is not a number");
    }

    private static String kind(CommandLine line) {
        return line.getCommandName().equals("train") ? "experiment" : "command";
    }

    private static void print(CommandLine line, String message) {
        PrintWriter err = new PrintWriter(System.err, true);
        line.getOut().flush();
        err.println("gradlab: " + message);
    }
}
