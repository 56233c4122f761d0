package io.gradlab.grader.gradebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was handed in.
 *
 * @param submission its name
 * @param students for whom it counts
 * @param submitted when; empty if unknown
 * @param attempt the number at the name's end; 0 if there is none
 * @param late whether a learning platform says that it came late
 */
record HandIn(String submission, List<Student> students, Optional<Instant> submitted, int attempt, boolean late) {

    HandIn {
        students = List.copyOf(students);
    }
}
