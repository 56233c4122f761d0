package io.gradlab.grader.cli;

import io.gradlab.cli.UserError;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.release.Skeletons;
import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gradlab skeletons}, for authors: makes the student packages from the reference answers. */
@Command(
        name = "skeletons",
        description = "For authors: make the labs' student packages from the solutions.",
        footer = "What it replaces is kept in .gradlab/skeletons.old-N.")
public final class SkeletonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--check", description = "Write nothing; list what differs, and exit with 1 if anything does.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        try {
            return run(LabModules.home());
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        }
    }

    private int run(Path home) throws IOException {
        if (!Skeletons.has(home)) {
            throw new UserError(home + " has no folder solutions, so there is nothing to make skeletons from");
        }
        Skeletons skeletons = new Skeletons(home);
        Map<String, String> files = skeletons.files();
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = home.resolve(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                changed.add(file.getKey());
            }
        }
        List<String> strangers = skeletons.strangers();
        PrintWriter out = spec.commandLine().getOut();
        if (!check) {
            replace(home, files, changed, strangers);
        }
        changed.forEach(path -> out.println((check ? "differs    " : "written    ") + path));
        strangers.forEach(path -> out.println((check ? "extra      " : "moved away ") + path));
        boolean same = changed.isEmpty() && strangers.isEmpty();
        out.println(
                same
                        ? files.size() + " files, all as the solutions make them."
                        : changed.size() + " of " + files.size() + " files differ"
                                + (check ? "; `./gradlab skeletons` writes them." : "ed."));
        return check && !same ? 1 : 0;
    }

    private static void replace(Path home, Map<String, String> files, List<String> changed, List<String> strangers)
            throws IOException {
        Path attic = attic(home);
        for (String path : changed) {
            keep(home, attic, path);
            AtomicFiles.writeText(home.resolve(path), files.get(path));
        }
        for (String path : strangers) {
            keep(home, attic, path);
            Files.delete(home.resolve(path));
        }
    }

    private static void keep(Path home, Path attic, String path) throws IOException {
        if (Files.exists(home.resolve(path))) {
            AtomicFiles.write(attic.resolve(path), Files.readAllBytes(home.resolve(path)));
        }
    }

    private static Path attic(Path home) {
        int number = 1;
        while (Files.exists(home.resolve(".gradlab/skeletons.old-" + number))) {
            number++;
        }
        return home.resolve(".gradlab/skeletons.old-" + number);
    }
}
