package io.gradlab.grader.student;

import io.gradlab.cli.UserError;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.TaskRanges;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab reset 1.8}: gives a task's files back as they were handed out, and keeps the student's. */
@Command(
        name = "reset",
        header = "Start a task anew: its files become the skeleton again.",
        description = "Your files are kept in .gradlab/reset/N; copy them back if you want them.")
public final class ResetCommand implements Callable<Integer> {
    private static final String ATTIC = ".gradlab/reset/";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TASK", description = "For example 1.8.")
    private String task = "";

    @Override
    public Integer call() {
        String lab = Tasks.lab(task);
        try {
            Path home = LabModules.home();
            Stubs stubs = new Stubs(lab);
            Map<String, String> files = stubs.files(task);
            if (files.isEmpty()) {
                throw new UserError("There is nothing to write in task " + task + "; what can be reset is "
                        + TaskRanges.of(stubs.tasks().stream().toList()));
            }
            reset(home, lab, files);
            return 0;
        } catch (IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }

    private void reset(Path home, String lab, Map<String, String> files) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path attic = attic(home).resolve(lab);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path mine = LabModules.student(home, lab).resolve(file.getKey());
            String eol = "\n";
            if (Files.exists(mine)) {
                byte[] before = Files.readAllBytes(mine);
                AtomicFiles.write(attic.resolve(file.getKey()), before);
                eol = new String(before, StandardCharsets.ISO_8859_1).contains("\r\n") ? "\r\n" : "\n";
            }
            AtomicFiles.writeText(mine, file.getValue().replace("\r\n", "\n").replace("\n", eol));
            out.println(file.getKey() + " is the skeleton again"
                    + (Files.exists(attic.resolve(file.getKey()))
                            ? "; yours is kept in " + home.relativize(attic.resolve(file.getKey()))
                            : ""));
            Set<String> tasks = Stubs.tasks(file.getValue());
            tasks.remove(task);
            tasks.forEach(other -> out.println("      with it task " + other + ", which is written in the same file"));
        }
        out.flush();
    }

    private static Path attic(Path home) {
        int number = 1;
        while (Files.exists(home.resolve(ATTIC + number))) {
            number++;
        }
        return home.resolve(ATTIC + number);
    }
}
