package io.gradlab.cli;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.kernel.DeviceFailure;
import io.gradlab.nn.kernel.OutOfDeviceMemory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into one line and an exit code. */
final class Errors {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final Pattern CONSTANTS = Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was");

    private Errors() {}

    /** Says what is wrong with the arguments. */
    static int wrongUsage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        print(line, message(problem) + " (see `" + line.getCommandSpec().qualifiedName() + " --help`)");
        return WRONG_USAGE;
    }

    /** Says what is wrong with the input, or, for a fault of the program itself, all that helps to mend it. */
    static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        if (problem instanceof UserError
                || problem instanceof DataFormatException
                || problem instanceof OutOfDeviceMemory) {
            print(line, problem.getMessage());
            return WRONG_USAGE;
        }
        if (problem instanceof CommandFailed || problem instanceof DeviceFailure) {
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
        return plain(problem.getMessage().lines().findFirst().orElse("wrong usage"), problem.getArgSpec());
    }

    /** Says Java's words for a person: no types, and constants as they are written on the command line. */
    private static String plain(String message, @Nullable ArgSpec option) {
        return CONSTANTS
                .matcher(message)
                .replaceAll(found -> "expected " + typed(found.group(1), option) + " but was")
                .replaceAll("is not an? (int|long)$", "is not a whole number")
                .replaceAll("is not a double$", "is not a number");
    }

    /** Returns an option's constants as they are typed: each once, where picocli lists its name beside its text. */
    private static String typed(String constants, @Nullable ArgSpec option) {
        Class<?>[] types = option == null ? new Class<?>[0] : option.auxiliaryTypes();
        if (types.length == 0 || !types[0].isEnum()) {
            return constants.toLowerCase(Locale.ROOT);
        }
        return Arrays.stream(types[0].getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
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
