package io.gradlab.grader.student;

import io.gradlab.cli.UserError;
import io.gradlab.grader.compile.CompiledSubmission;
import io.gradlab.grader.compile.OwnSubmission;
import io.gradlab.grader.compile.StudentCompiler;
import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.run.TaskRanges;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import io.gradlab.nn.io.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gradlab submit lab1}: makes the zip that is handed in, and says what is in it. */
@Command(
        name = "submit",
        header = "Make the zip that you hand in.",
        description = {
            "Compiles your student package, says what does not compile and what is not started, and packs it as it is: the"
                    + " zip is made in any case, for what compiles is graded.",
            "Nothing is sent anywhere."
        })
public final class SubmitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LAB", description = "For example lab1.")
    private String lab = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the zip goes; LAB.zip beside the launcher unless given.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (!StudentCompiler.labs().contains(lab)) {
            throw new UserError("There is no lab " + lab + "; there are: " + String.join(", ", StudentCompiler.labs()));
        }
        try {
            Path home = LabModules.home();
            CompiledSubmission compiled = OwnSubmission.compile(lab, home);
            Submission submission = SubmissionReader.readPackage(LabModules.student(home, lab), lab);
            if (submission.sources().isEmpty()) {
                throw new UserError("There is no source in " + LabModules.student(home, lab) + "; get it back from your"
                        + " copy of the course");
            }
            Path zip = out == null ? home.resolve(lab + ".zip") : out;
            SubmissionZip.write(submission, lab, zip);
            say(home, compiled, submission, zip);
            return 0;
        } catch (IllegalArgumentException problem) {
            throw new UserError(String.valueOf(problem.getMessage()), problem);
        } catch (IOException problem) {
            throw new UserError(FileProblem.of(problem), problem);
        }
    }

    private void say(Path home, CompiledSubmission compiled, Submission submission, Path zip) throws IOException {
        PrintWriter screen = spec.commandLine().getOut();
        compiled.problems().forEach(screen::println);
        Stubs stubs = new Stubs(lab);
        Set<String> untouched = stubs.untouched(submission.sources());
        if (!untouched.isEmpty()) {
            screen.println("NOT STARTED: "
                    + TaskRanges.of(untouched.stream().sorted(Tasks.IN_ORDER).toList()) + " (" + untouched.size()
                    + " of " + stubs.tasks().size() + " tasks)");
        }
        Optional<Progress> progress = Progress.read(home, lab);
        if (progress.isPresent() && progress.get().isOf(submission.hash())) {
            screen.println("The last check of these files: "
                    + Progress.shown(progress.get().points()) + "/"
                    + Progress.shown(progress.get().maximum()));
        } else {
            screen.println("Since the last change not all tasks were checked: ./gradlab check " + lab);
        }
        screen.println(zip + "   " + submission.sources().size() + " files, " + Math.ceilDiv(Files.size(zip), 1024)
                + " kB; hand it in.");
        screen.flush();
    }
}
