package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.privacy.PseudonymFile;
import io.gradlab.grader.privacy.Pseudonyms;
import io.gradlab.grader.report.Format;
import io.gradlab.grader.report.GradesCsv;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.grader.report.Regrading;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns pseudonyms back into names: {@code reveal marks --key marks.key --out named}. */
@Command(
        name = "reveal",
        header = "Write the results of `grade --pseudonymous` under the students' names.",
        description =
                "Copies every result into a folder of its name, with its page if it has one, and writes grades.csv"
                        + " anew. The results with pseudonyms stay as they are.")
public final class RevealCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "What `grade --pseudonymous --out` wrote.")
    private Path from = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The file with the key and the names.")
    private Path key = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results with names go.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        if (out.toAbsolutePath().normalize().equals(from.toAbsolutePath().normalize())) {
            throw new UserError("--out " + out + " is the folder with the pseudonyms; name another");
        }
        List<Results.Result> results = Results.in(from);
        try {
            Pseudonyms pseudonyms = PseudonymFile.read(key);
            List<String> texts = new ArrayList<>(); // all of them before the first is written
            for (Results.Result result : results) {
                texts.add(named(result, pseudonyms));
            }
            List<Receipt> receipts = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                Receipt receipt = ReceiptJson.read(texts.get(i));
                Path folder = out.resolve(receipt.submission());
                AtomicFiles.writeText(folder.resolve(Results.FILE), texts.get(i));
                if (Files.exists(results.get(i).file().resolveSibling("report.html"))) {
                    Format.HTML.write(receipt, folder);
                }
                receipts.add(receipt);
            }
            AtomicFiles.writeText(out.resolve("grades.csv"), GradesCsv.of(receipts));
            Regrading.write(receipts, out);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        spec.commandLine().getOut().println(results.size() + " results with names in " + out);
        return 0;
    }

    private String named(Results.Result result, Pseudonyms pseudonyms) {
        Optional<String> name = pseudonyms.name(result.receipt().submission());
        if (name.isEmpty()) {
            throw new UserError(result.file() + " is a result of "
                    + result.receipt().submission().replaceAll("\\p{Cntrl}", "?") + ", whom " + key
                    + " does not know; name the file that `grade --pseudonymous` wrote");
        }
        return ReceiptJson.renamed(
                result.text(),
                name.get(),
                pseudonyms
                        .name(result.receipt().student())
                        .orElse(result.receipt().student()));
    }
}
