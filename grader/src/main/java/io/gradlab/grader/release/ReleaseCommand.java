package io.gradlab.grader.release;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab release}, for instructors: writes the repository that students get. */
@Command(
        name = "release",
        header = "For instructors: write the repository that students get.",
        description = {
            "Skeletons, handouts, launcher and prebuilt jars; it needs a JDK 25 and nothing else.",
            "It is searched for solutions, and not written if one is found."
        })
public final class ReleaseCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "A folder that is empty or not there yet.")
    private Path to = Path.of("");

    @Option(
            names = "--labs",
            split = ",",
            paramLabel = "N,N",
            description = "Which labs, for example 1,2; all unless given.")
    private @Nullable List<Integer> labs;

    @Option(names = "--cuda", description = "With the native libraries for CUDA, which are large.")
    private boolean cuda;

    @Override
    public Integer call() {
        try {
            Path home = LabModules.home();
            if (!Skeletons.has(home)) {
                throw new UserError(home + " has no folder solutions: release from the full repository");
            }
            List<Integer> all = new Skeletons(home).labs();
            List<Integer> chosen =
                    labs == null ? all : labs.stream().distinct().sorted().toList();
            for (int lab : chosen) {
                if (!all.contains(lab)) {
                    throw new UserError("--labs: there is no lab " + lab + "; there are " + all);
                }
            }
            List<Path> jars = Libraries.in(LabModules.jars(home));
            if (jars.isEmpty()) {
                throw new UserError(
                        LabModules.jars(home) + " holds no jars; start through ./gradlab, which builds them");
            }
            Release release =
                    new Release(home, chosen.stream().map(lab -> "lab" + lab).toList(), jars, cuda);
            String searched = release.write(to);
            report(searched);
            return 0;
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError("--to " + to + ": " + FileProblem.of(problem), problem);
        }
    }

    private void report(String searched) throws IOException {
        long bytes = 0;
        List<Path> files = Trees.files(to);
        for (Path file : files) {
            bytes += Files.size(file);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(searched);
        out.println(to + "   " + files.size() + " files, " + Math.ceilDiv(bytes, 1_000_000) + " MB");
        out.flush();
    }
}
