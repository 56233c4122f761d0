/**
 * Runs submissions in processes of their own. A {@link io.gradlab.grader.worker.WorkerSubject} is a subject like any
 * other; behind it a {@link io.gradlab.grader.worker.WorkerProcess} lives inside a {@link
 * io.gradlab.grader.worker.Sandbox} and under {@link io.gradlab.grader.worker.Limits}, which the grader's side measures:
 * nothing that a worker says about itself counts. Start with {@code WorkerSubject}.
 */
@NullMarked
package io.gradlab.grader.worker;

import org.jspecify.annotations.NullMarked;
