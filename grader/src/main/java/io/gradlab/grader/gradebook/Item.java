package io.gradlab.grader.gradebook;

import java.math.BigDecimal;

/**
 * A part of a lab that a person marks.
 *
 * @param id what {@code manual.csv} calls it
 * @param points the most it can bring
 */
record Item(String id, String title, BigDecimal points) {}
