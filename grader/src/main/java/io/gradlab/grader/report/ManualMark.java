package io.gradlab.grader.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a person gave for a written part.
 *
 * @param item its name in the course's tables
 * @param points empty until it is marked
 * @param marker who marked it; may be empty
 */
public record ManualMark(
        String item, String title, Optional<BigDecimal> points, BigDecimal maximum, String comment, String marker) {}
