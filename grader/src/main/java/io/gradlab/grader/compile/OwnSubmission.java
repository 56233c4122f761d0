package io.gradlab.grader.compile;

import io.gradlab.grader.release.LabModules;
import io.gradlab.grader.submission.Submission;
import io.gradlab.grader.submission.SubmissionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The student package of this copy of GradLab, {@code --with mine}; compiled anew only when it has changed. */
public final class OwnSubmission {

    private OwnSubmission() {}

    /**
     * Compiles the student package of a lab.
     *
     * @param home the repository's root; classes are kept in its folder {@code .gradlab/student}
     * @throws IllegalArgumentException if there is no such lab in it; the message is one line
     * @throws IOException if the sources cannot be read
     */
    public static CompiledSubmission compile(String lab, Path home) throws IOException {
        Path folder = LabModules.student(home, lab);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is missing; get it back from your copy of the course");
        }
        Submission submission = SubmissionReader.readPackage(folder, lab);
        ClassCache cache = new ClassCache(home.resolve(".gradlab/student"));
        String key = lab + "-" + ClassCache.hash(StudentCompiler.environment(lab), submission.sources());
        CompiledSubmission compiled = cache.find(lab, key).orElse(null);
        if (compiled == null) {
            compiled = StudentCompiler.of(lab).compile(submission.sources());
            cache.keep(key, compiled);
        }
        List<Problem> problems = new ArrayList<>();
        submission.notes().forEach(note -> problems.add(new Problem("", note)));
        problems.addAll(compiled.problems());
        return new CompiledSubmission(
                lab, compiled.classes(), problems, compiled.broken(), compiled.signatures(), compiled.forbidden());
    }
}
