package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.GradesCsv;
import io.gradlab.grader.report.Receipt;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins what several graders did: {@code merge out1 out2 --out all}. */
@Command(
        name = "merge",
        header = "Join the results of several `grade --shard` runs.",
        description =
                "Copies every NAME/result.json of the given folders and writes one grades.csv. The same submission in"
                        + " two folders must have the same result.")
public final class MergeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "What `grade --out` wrote.")
    private List<Path> places = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where all results go.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        try {
            LabResults results = LabResults.read(places);
            if (results.texts().size() > 1) {
                throw new UserError("These are results of "
                        + String.join(", ", results.texts().keySet()) + "; merge those of one lab");
            }
            SortedMap<String, String> texts =
                    results.texts().values().iterator().next();
            for (Map.Entry<String, String> result : texts.entrySet()) {
                AtomicFiles.writeText(out.resolve(result.getKey()).resolve(Results.FILE), result.getValue());
            }
            List<Receipt> receipts = results.of(results.texts().firstKey());
            AtomicFiles.writeText(out.resolve("grades.csv"), GradesCsv.of(receipts));
            spec.commandLine().getOut().println(texts.size() + " results in " + out);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        return 0;
    }
}
