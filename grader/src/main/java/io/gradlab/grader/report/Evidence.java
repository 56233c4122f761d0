package io.gradlab.grader.report;

import java.util.Optional;

/**
 * What an appeal against a result needs to know of it.
 *
 * @param grader which checks graded, as {@code GraderVersion.label()} says it; empty if unknown
 * @param sources hash of the sources that were graded; empty if unknown
 * @param secret the seed that was secret, once it is published; empty until then
 * @param earlier the mark that this one replaced, if grading again changed it
 */
public record Evidence(String grader, String sources, String secret, Optional<EarlierMark> earlier) {
    /** Nothing is known. */
    public static final Evidence NONE = new Evidence("", "", "", Optional.empty());

    /** Returns what is known of a result that replaces no other. */
    public static Evidence of(String grader, String sources) {
        return new Evidence(grader, sources, "", Optional.empty());
    }
}
