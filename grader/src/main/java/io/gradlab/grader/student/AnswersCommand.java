package io.gradlab.grader.student;

import io.gradlab.cli.UserError;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.release.MarkedRegions;
import io.gradlab.grader.release.Skeletons;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab answers 1.8}, for who learns alone: shows what the reference answers have in place of the stubs. */
@Command(
        name = "answers",
        header = "Show the reference answer to a task, for who learns alone.",
        description = "Only in the full repository; what students of a course get holds no answers. Try `hint` first.")
public final class AnswersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TASK", description = "For example 1.8.")
    private String task = "";

    @Override
    public Integer call() {
        String lab = Tasks.lab(task);
        try {
            Path home = LabModules.home();
            if (!Skeletons.has(home)) {
                throw new UserError("There are no answers in this copy of GradLab; `./gradlab hint " + task + " 3` is"
                        + " nearly the code");
            }
            show(home, home.resolve("solutions/src/main/java/io/gradlab/solutions/" + lab));
            return 0;
        } catch (IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }

    private void show(Path home, Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Set<String> tasks = new TreeSet<>(Tasks.IN_ORDER);
        boolean found = false;
        for (Path source : sources(folder)) {
            for (MarkedRegions.Region region :
                    MarkedRegions.of(Files.readString(source)).inside()) {
                tasks.add(region.task());
                if (region.task().equals(task)) {
                    out.print(found ? System.lineSeparator() : "");
                    out.println(home.relativize(source) + ":" + region.line());
                    out.println(region.above());
                    region.lines().forEach(out::println);
                    found = true;
                }
            }
        }
        out.flush();
        if (!found) {
            throw new UserError("There is no answer to task " + task
                    + (tasks.isEmpty() ? "" : "; there are answers to " + String.join(", ", tasks)));
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
