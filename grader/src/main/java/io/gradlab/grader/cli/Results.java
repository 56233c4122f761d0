package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The results of a folder that {@code grade --out} wrote. */
final class Results {
    /** Each result's file name. */
    static final String FILE = "result.json";

    private Results() {}

    /** A result, where it lies and as it is written there. */
    record Result(Path file, String text, Receipt receipt) {}

    /**
     * Reads all results of a folder, in the order of their names.
     *
     * @throws UserError if it holds none, or one that cannot be read
     */
    static List<Result> in(Path out) {
        if (!Files.isDirectory(out)) {
            throw new UserError(out + " is no folder; name what `grade --out` wrote");
        }
        List<Result> results = new ArrayList<>();
        try (Stream<Path> folders = Files.list(out)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.isRegularFile(folder.resolve(FILE))) {
                    results.add(read(folder.resolve(FILE)));
                }
            }
        } catch (IOException problem) {
            throw new UserError(out + ": " + FileProblem.of(problem), problem);
        }
        if (results.isEmpty()) {
            throw new UserError(out + " holds no results; name what `grade --out` wrote");
        }
        return results;
    }

    /**
     * Reads a result.
     *
     * @throws UserError if that fails
     */
    static Result read(Path file) {
        try {
            String text = Files.readString(file);
            return new Result(file, text, ReceiptJson.read(text));
        } catch (IOException problem) {
            throw new UserError(file + ": " + FileProblem.of(problem) + "; name a result.json", problem);
        } catch (IllegalArgumentException problem) {
            throw new UserError(file + ": " + problem.getMessage(), problem);
        }
    }
}
