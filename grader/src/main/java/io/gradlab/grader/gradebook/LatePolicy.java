package io.gradlab.grader.gradebook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * What handing in late costs.
 *
 * @param grace minutes after the deadline, and after each day's end, that cost nothing
 * @param percent of the points, for each started day
 * @param days the most; later than that brings nothing
 */
record LatePolicy(int grace, BigDecimal percent, int days) {
    static final LatePolicy FREE = new LatePolicy(0, BigDecimal.ZERO, Integer.MAX_VALUE);

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Returns the started days; one ends as the zone's clocks show the deadline's time again, be it 23 or 25 hours later. */
    int daysLate(ZonedDateTime deadline, Instant submitted) {
        ZonedDateTime limit = deadline.plusMinutes(grace);
        long days = Math.max(0, ChronoUnit.DAYS.between(limit, submitted.atZone(limit.getZone())) - 1);
        while (submitted.isAfter(limit.plusDays(days).toInstant())) {
            days++;
        }
        return Math.toIntExact(days);
    }

    /** Returns how many percent of the points are lost. */
    BigDecimal penalty(int daysLate) {
        return daysLate > days
                ? ALL
                : percent.multiply(BigDecimal.valueOf(daysLate)).min(ALL);
    }
}
