package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.grading.RunSeed;
import io.gradlab.grader.report.Receipt;
import io.gradlab.grader.report.ReceiptJson;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds the secret seed to receipts: {@code publish marks --seed-file lab1.seed}. */
@Command(
        name = "publish",
        header = "Add the secret seed to the results, so that students can check them.",
        description = {
            "Writes the seed into every result.json of a folder that `grade --seed-file` wrote. With it"
                    + " `check --receipt result.json` draws the very inputs that were graded.",
            "Do it when nobody hands in any more: who knows the seed knows the inputs. A result that was graded with"
                    + " another seed is refused, and then nothing is written."
        })
public final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "What `grade --out` wrote.")
    private Path out = Path.of("");

    @Option(
            names = "--seed-file",
            required = true,
            paramLabel = "FILE",
            description = "The file that `grade --seed-file` had.")
    private Path seedFile = Path.of("");

    @Override
    public Integer call() {
        RunSeed seed = seed();
        List<Results.Result> results = Results.in(out);
        results.forEach(result -> refuseAnother(result, seed));
        for (Results.Result result : results) {
            try {
                AtomicFiles.writeText(result.file(), ReceiptJson.withSecret(result.text(), seed.text()));
            } catch (IOException problem) {
                throw new UserError(String.valueOf(problem.getMessage()), problem);
            }
        }
        spec.commandLine().getOut().println(results.size() + " results in " + out + " now hold their seed");
        return 0;
    }

    private RunSeed seed() {
        try {
            return RunSeed.existing(seedFile);
        } catch (IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        }
    }

    private static void refuseAnother(Results.Result result, RunSeed seed) {
        Receipt receipt = result.receipt();
        if (!RunSeed.isHidden(receipt.seed())) {
            throw new UserError(result.file() + " was graded with the seed \"" + receipt.seed()
                    + "\", which is no secret; there is nothing to publish");
        }
        if (!receipt.seed().equals(seed.label())) {
            throw new UserError(result.file() + " was graded with another seed than that of --seed-file; name the file"
                    + " that `grade` had");
        }
    }
}
