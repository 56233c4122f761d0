package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.grading.OldResults;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Deletes results that are too old to be kept: {@code purge --before 2025-10-01 marks}. */
@Command(
        name = "purge",
        header = "Delete results that were written before a date.",
        description = {
            "Deletes DIR/NAME for each result.json, and DIR's tables (grades.csv, class.html, canvas.csv, moodle.csv), whose"
                    + " file was last written before the date began, in this machine's time zone; results themselves hold"
                    + " no date. Other files in DIR stay, and links are not followed.",
            "Without --yes it only says what it would delete."
        })
public final class PurgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "What `grade --out` or `merge --out` wrote.")
    private List<Path> places = List.of();

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "For example 2025-10-01.")
    private LocalDate before = LocalDate.EPOCH;

    @Option(names = "--yes", description = "Delete.")
    private boolean yes;

    @Override
    public Integer call() {
        Instant limit = before.atStartOfDay(ZoneId.systemDefault()).toInstant();
        PrintWriter screen = spec.commandLine().getOut();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                throw new UserError(place + " is no folder; name what `grade --out` wrote");
            }
        }
        int count = 0;
        for (Path place : places) {
            try {
                for (Path found : OldResults.find(place, limit)) {
                    LocalDate written = LocalDate.ofInstant(OldResults.written(found), ZoneId.systemDefault());
                    if (yes) {
                        OldResults.delete(found);
                    }
                    screen.println((yes ? "deleted       " : "would delete  ") + found + "  of " + written);
                    count++;
                }
            } catch (IOException problem) {
                throw new UserError(place + ": " + FileProblem.of(problem), problem);
            }
        }
        screen.println(
                count == 0
                        ? "Nothing is from before " + before + "."
                        : yes ? "Deleted: " + count + "." : "Nothing was deleted; with --yes these " + count + " are.");
        return 0;
    }

    private static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new TypeConversionException(text + " is no date; write it as 2025-10-01");
            }
        }
    }
}
