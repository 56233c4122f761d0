package io.gradlab.grader.release;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab update --from DIR}: brings a corrected release into a student's repository. */
@Command(
        name = "update",
        header = "Bring a corrected release into your copy; your code stays as it is.",
        description = {
            "Replaces jars, handouts and launcher by those of DIR. A student package that you have is not touched; if its"
                    + " skeleton has changed, that is said.",
            "Given files that you have changed are kept in .gradlab/update.old-N."
        })
public final class UpdateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The unpacked new release.")
    private Path from = Path.of("");

    @Override
    public Integer call() {
        try {
            Path home = LabModules.home();
            if (!LabModules.isRelease(home)) {
                throw new UserError(home + " is the full repository, which git brings up to date: git pull");
            }
            PrintWriter out = spec.commandLine().getOut();
            new Update(home, from).run().forEach(out::println);
            out.flush();
            return 0;
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }
}
