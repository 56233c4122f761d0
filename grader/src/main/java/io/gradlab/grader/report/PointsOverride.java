package io.gradlab.grader.report;

import java.math.BigDecimal;

/**
 * Points that a person set in place of the computed ones.
 *
 * @param task for which; empty for the whole lab
 * @param was what was computed
 */
public record PointsOverride(String task, BigDecimal was, BigDecimal points, String reason) {}
