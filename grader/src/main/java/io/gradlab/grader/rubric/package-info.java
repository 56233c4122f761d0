/**
 * What a written report is marked by: criteria with points, one for each question of a lab's report and some for the report
 * itself. A resource of the lab, beside its questions; knows no marks. Start with {@link io.gradlab.grader.rubric.Rubric}.
 */
@NullMarked
package io.gradlab.grader.rubric;

import org.jspecify.annotations.NullMarked;
