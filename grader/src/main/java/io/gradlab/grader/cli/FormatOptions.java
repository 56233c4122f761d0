package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.ClassPage;
import io.gradlab.grader.report.Format;
import io.gradlab.grader.report.Receipt;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that says what is written beside {@code result.json}. */
final class FormatOptions {
    @Option(
            names = "--format",
            split = ",",
            paramLabel = "LIST",
            description =
                    "What to write for each submission beside result.json: html, gradescope, junit, autolab, github."
                            + " With html, class.html is written too. Default: html.")
    private Set<Format> formats = EnumSet.of(Format.HTML);

    /** Writes a submission's files. */
    void write(Receipt receipt, Path out) {
        try {
            for (Format format : formats) {
                format.write(receipt, out.resolve(receipt.submission()));
            }
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }

    /** Writes the page of all submissions, if pages are wanted. */
    void writeClass(List<Receipt> receipts, Path out) throws IOException {
        if (formats.contains(Format.HTML)) {
            ClassPage.write(receipts, out.resolve("class.html"));
        }
    }
}
