package io.gradlab.grader.report;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When something was handed in, and what that costs. Times are on the clocks of the course's zone.
 *
 * @param submitted empty if unknown; then nothing is late
 * @param deadline the student's, an extension included
 * @param extended whether it is later than the others'
 * @param daysLate started days
 * @param penalty how many percent of the points are lost, 0 .. 100
 */
public record Timing(
        Optional<OffsetDateTime> submitted,
        OffsetDateTime deadline,
        boolean extended,
        int daysLate,
        BigDecimal penalty) {}
