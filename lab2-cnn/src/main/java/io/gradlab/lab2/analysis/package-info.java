/**
 * What finished runs show: {@code gradlab analyze DIR --of WHAT}. Each analysis is one class and gives pictures with their
 * numbers ({@link io.gradlab.lab2.analysis.Finding}); {@link io.gradlab.lab2.analysis.TrainedRun} is what they look at.
 * Start with {@link io.gradlab.lab2.analysis.Analyses}, the list of them.
 */
@NullMarked
package io.gradlab.lab2.analysis;

import org.jspecify.annotations.NullMarked;
