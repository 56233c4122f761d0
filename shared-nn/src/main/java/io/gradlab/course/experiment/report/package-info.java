/**
 * {@code gradlab report}: with an experiment's name that experiment's own report, with folders what a student hands in. Reads
 * runs that have ended, trains nothing. Start with {@link io.gradlab.course.experiment.report.StudentReport}.
 */
@NullMarked
package io.gradlab.course.experiment.report;

import org.jspecify.annotations.NullMarked;
