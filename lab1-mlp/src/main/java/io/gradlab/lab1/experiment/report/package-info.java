/**
 * {@code gradlab report fashion-mlp}: report A's table and pictures, made from finished runs and from the recorded curves of
 * scikit-learn. Start with {@link io.gradlab.lab1.experiment.report.FashionMlpReport}.
 */
@NullMarked
package io.gradlab.lab1.experiment.report;

import org.jspecify.annotations.NullMarked;
