/**
 * The grader, room by room: {@code check} (how a check speaks), {@code oracle} (what is right), {@code lab1} (the checks),
 * {@code run} (carrying them out), {@code compile} and {@code submission} (students' sources), {@code release} (skeletons),
 * {@code gradebook} and {@code privacy} (marks and names in a course), {@code lms}, {@code packaging}, {@code similarity}
 * and {@code jobs} (other systems), {@code cli} and {@code demo} (commands). Start with {@link
 * io.gradlab.grader.check.Task} and {@code lab1}.
 */
@NullMarked
package io.gradlab.grader;

import org.jspecify.annotations.NullMarked;
