package io.gradlab.grader.cli;

import io.gradlab.cli.CommandFailed;
import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.jobs.Shell;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.similarity.JPlag;
import io.gradlab.grader.similarity.PreparedFolders;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares submissions: {@code similarity submissions/ --lab lab1 --out compared --jplag jplag.jar}. */
@Command(
        name = "similarity",
        header = "Prepare submissions for JPlag, and run it if you have it.",
        description = {
            "Writes DIR/submissions, DIR/base (the skeleton) and DIR/old (solutions, core, earlier years), and prints JPlag's"
                    + " command line. JPlag is a program of its own (GPL-3): get its jar from github.com/jplag/JPlag.",
            "What it finds is a reason to look, and no proof."
        })
public final class SimilarityCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SUBMISSION", description = "A zip, a folder, or a folder of many.")
    private List<Path> places = List.of();

    @Option(names = "--lab", required = true, paramLabel = "LAB", description = "For example lab1.")
    private String lab = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder for sources and report.")
    private Path out = Path.of("");

    @Option(names = "--jplag", paramLabel = "JAR", description = "JPlag's jar: run it, too.")
    private @Nullable Path jar;

    @Option(
            names = "--earlier",
            arity = "1..*",
            paramLabel = "DIR",
            description = "Submissions of an earlier year, compared with this year's alone.")
    private List<Path> earlier = List.of();

    @Override
    public Integer call() {
        check();
        PrintWriter screen = spec.commandLine().getOut();
        try {
            PreparedFolders.Count prepared = PreparedFolders.prepare(lab, places, earlier, LabModules.home(), out);
            screen.println(prepared.submissions() + " submissions in " + out.resolve("submissions") + ", "
                    + prepared.old() + " to compare them with in " + out.resolve("old"));
            if (!prepared.empty().isEmpty()) {
                screen.println("Without a source: " + String.join(", ", prepared.empty()));
            }
            if (prepared.submissions() == 0) {
                throw new UserError(places.getFirst() + " holds no source of " + lab
                        + "'s student package; name another" + " folder, or another --lab");
            }
            return compare(screen, prepared.old() > 0);
        } catch (IllegalArgumentException problem) {
            throw new UserError(problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }

    private void check() {
        if (!StudentCompiler.labs().contains(lab)) {
            throw new UserError("There is no lab " + lab + "; there are: " + String.join(", ", StudentCompiler.labs()));
        }
        if (jar != null && !Files.isRegularFile(jar)) {
            throw new UserError(jar + " does not exist; get JPlag's jar from github.com/jplag/JPlag");
        }
        for (String folder : List.of("submissions", "base", "old")) {
            if (Files.exists(out.resolve(folder))) {
                throw new UserError(out.resolve(folder) + " is there already; delete it, or name another --out");
            }
        }
    }

    private int compare(PrintWriter screen, boolean old) throws IOException {
        JPlag jplag = new JPlag(jar == null ? Path.of("/path/to/jplag.jar") : jar, out);
        screen.println("cd " + Shell.quote(out.toString()) + " && " + Shell.line(jplag.command(old)));
        screen.flush();
        if (jar == null) {
            return 0;
        }
        int code;
        try {
            code = jplag.run(old, screen::println);
        } catch (InterruptedException problem) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("JPlag was interrupted", problem);
        }
        if (code != 0) {
            String why = "JPlag ended with " + code + "; what it said is above";
            throw new CommandFailed(why, new IOException(why));
        }
        screen.println("Look at it: java -jar " + Shell.quote(jar.toString()) + " "
                + Shell.quote(out.resolve(JPlag.REPORT + ".jplag").toString()));
        return 0;
    }
}
