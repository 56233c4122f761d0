package io.gradlab.course;

/**
 * What a confusion matrix says about its classes; of equals, the class with the smaller number.
 *
 * @param best the class with the highest accuracy
 * @param worst the class with the lowest accuracy
 * @param mostFalseNegatives the class most of whose samples (their number, not their share) were taken for others
 * @param mostFalsePositives the class that most samples of others were taken for
 */
public record ClassReport(int best, int worst, int mostFalseNegatives, int mostFalsePositives) {}
