package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.grading.RunSeed;
import io.gradlab.grader.packaging.GithubPackage;
import io.gradlab.grader.packaging.GradescopePackage;
import io.gradlab.grader.release.LabModules;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes packages for platforms: {@code package gradescope --lab lab1 --out DIR}. */
@Command(
        name = "package",
        header = "Write what Gradescope or GitHub Actions needs to run the checks.",
        description = {
            "gradescope: DIR/gradescope-LAB.zip, to be uploaded as the assignment's autograder. With --seed-file the secret"
                    + " travels in it.",
            "github: a workflow and a page, to be copied into the repositories that students get. It gives feedback and no"
                    + " marks, for students can edit it."
        })
public final class PackageCommand implements Callable<Integer> {

    /** A platform. */
    enum Platform {
        GRADESCOPE,
        GITHUB;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "PLATFORM", description = "gradescope or github.")
    private Platform platform = Platform.GRADESCOPE;

    @Option(names = "--lab", required = true, paramLabel = "LAB", description = "For example lab1.")
    private String lab = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the package goes.")
    private Path out = Path.of("");

    @Option(
            names = "--seed-file",
            paramLabel = "FILE",
            description = "For gradescope, as in grade: the checks' secret; made if it is not there.")
    private @Nullable Path seedFile;

    @Override
    public Integer call() {
        if (!StudentCompiler.labs().contains(lab)) {
            throw new UserError("There is no lab " + lab + "; there are: " + String.join(", ", StudentCompiler.labs()));
        }
        if (platform == Platform.GITHUB && seedFile != null) {
            throw new UserError("--seed-file: what lies in a student's repository is no secret; leave it out");
        }
        try {
            List<Path> written = platform == Platform.GITHUB ? GithubPackage.write(lab, out) : List.of(gradescope());
            PrintWriter screen = spec.commandLine().getOut();
            for (Path file : written) {
                screen.println(file + "  " + Math.ceilDiv(Files.size(file), 1024) + " kB");
            }
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
        return 0;
    }

    private Path gradescope() throws IOException {
        Path zip = out.resolve("gradescope-" + lab + ".zip");
        Optional<String> seed =
                Optional.ofNullable(seedFile).map(RunSeed::secret).map(RunSeed::text);
        GradescopePackage.write(LabModules.jars(LabModules.home()), lab, seed, zip);
        return zip;
    }
}
