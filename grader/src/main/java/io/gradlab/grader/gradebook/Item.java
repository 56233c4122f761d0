package io.gradlab.grader.gradebook;

import io.gradlab.grader.rubric.Rubric;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A part of a lab that a person marks.
 *
 * @param id what {@code manual.csv} calls it
 * @param points the most it can bring
 * @param rubric what it is marked by, if the course says so
 */
record Item(String id, String title, BigDecimal points, Optional<Rubric> rubric) {}
