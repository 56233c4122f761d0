package io.gradlab.grader.submission;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a student handed in.
 *
 * @param name of the zip or folder, without {@code .zip}
 * @param sources each source's text by its path in the student package, for example {@code Dense.java}
 * @param notes what was left out or read leniently, a sentence each
 */
public record Submission(String name, Map<String, String> sources, List<String> notes) {

    /** Keeps copies, sorted by path. */
    public Submission {
        sources = new TreeMap<>(sources);
        notes = List.copyOf(notes);
    }
}
