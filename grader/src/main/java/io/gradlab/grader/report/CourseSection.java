package io.gradlab.grader.report;

import java.util.List;

/**
 * What a course adds to a submission's automatic result.
 *
 * @param course its name
 * @param standings of those who handed it in, one or a whole group
 */
public record CourseSection(String course, List<Standing> standings) {

    /** Keeps a copy. */
    public CourseSection {
        standings = List.copyOf(standings);
    }
}
