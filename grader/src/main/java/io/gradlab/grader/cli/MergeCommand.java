package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.GradesCsv;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    private static final String RESULT = "result.json";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "What `grade --out` wrote.")
    private List<Path> places = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where all results go.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        SortedMap<String, String> results = new TreeMap<>(); // text by folder name
        try {
            for (Path place : places) {
                collect(place, results);
            }
            List<Receipt> receipts = new ArrayList<>();
            for (Map.Entry<String, String> result : results.entrySet()) {
                receipts.add(ReceiptJson.read(result.getValue()));
                AtomicFiles.writeText(out.resolve(result.getKey()).resolve(RESULT), result.getValue());
            }
            AtomicFiles.writeText(out.resolve("grades.csv"), GradesCsv.of(receipts));
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        spec.commandLine().getOut().println(results.size() + " results in " + out);
        return 0;
    }

    private static void collect(Path place, Map<String, String> results) throws IOException {
        if (!Files.isDirectory(place)) {
            throw new UserError(place + " is no folder; name what `grade --out` wrote");
        }
        try (Stream<Path> folders = Files.list(place)) {
            for (Path folder : folders.sorted().toList()) {
                Path file = folder.resolve(RESULT);
                if (Files.isRegularFile(file)) {
                    String text = Files.readString(file);
                    check(file, text);
                    String other = results.putIfAbsent(folder.getFileName().toString(), text);
                    if (other != null && !other.equals(text)) {
                        throw new UserError(file + " differs from the result of the same name in another folder;"
                                + " grade that submission once");
                    }
                }
            }
        }
        if (results.isEmpty()) {
            throw new UserError(place + " holds no results; name what `grade --out` wrote");
        }
    }

    private static void check(Path file, String text) {
        try {
            ReceiptJson.read(text);
        } catch (IllegalArgumentException problem) {
            throw new UserError(file + ": " + problem.getMessage(), problem);
        }
    }
}
