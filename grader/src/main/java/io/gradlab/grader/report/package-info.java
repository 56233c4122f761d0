/** What grading leaves behind: a submission's receipt, and tables of all. Start with {@link io.gradlab.grader.report.Receipt}. */
@NullMarked
package io.gradlab.grader.report;

import org.jspecify.annotations.NullMarked;
