package io.gradlab.grader.compile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A submission as classes, complete: what did not compile is the skeleton's.
 *
 * @param lab for example {@code lab1}
 * @param classes the student package's classes and {@code LabKMine}, by full name
 * @param problems what is wrong with which file
 * @param broken for each task whose file was replaced by its skeleton, what the student should know
 * @param signatures for each class that no longer has what the lab needs of it, by full name, what that is
 * @param forbidden for each task whose answer uses what it must not, what that is
 */
public record CompiledSubmission(
        String lab,
        Map<String, byte[]> classes,
        List<Problem> problems,
        Map<String, String> broken,
        Map<String, String> signatures,
        Map<String, String> forbidden) {

    /** Keeps copies, sorted by name. */
    public CompiledSubmission {
        classes = new TreeMap<>(classes);
        problems = List.copyOf(problems);
        broken = new TreeMap<>(broken);
        signatures = new TreeMap<>(signatures);
        forbidden = new TreeMap<>(forbidden);
    }
}
