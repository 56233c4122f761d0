package io.gradlab.grader.rubric;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that a report is marked by.
 *
 * @param id the column's name in {@code manual.csv}
 * @param question the report's question, or what else is looked at
 * @param points the most it can bring
 * @param full what earns all points
 * @param half what earns half of them
 * @param none what earns nothing
 */
public record Criterion(String id, String question, BigDecimal points, String full, String half, String none) {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Returns what a mark of this criterion brings: {@code full}, {@code half} or {@code none}; empty for any other word. */
    public Optional<BigDecimal> worth(String mark) {
        return switch (mark.strip().toLowerCase(Locale.ROOT)) {
            case "full" -> Optional.of(points);
            case "half" -> Optional.of(points.multiply(HALF));
            case "none" -> Optional.of(BigDecimal.ZERO);
            default -> Optional.empty();
        };
    }
}
