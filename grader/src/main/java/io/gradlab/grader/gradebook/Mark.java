package io.gradlab.grader.gradebook;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a student gets for a lab, everything counted.
 *
 * @param points empty if nothing was handed in, or if a person still has to mark a part
 * @param maximum what the lab is worth
 * @param comment one or more lines for the student; may be empty
 */
public record Mark(Student student, String lab, Optional<BigDecimal> points, BigDecimal maximum, String comment) {}
