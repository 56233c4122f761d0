/**
 * The process in which a submission runs: it has the student's classes, the core, and nothing of the grader. It reads
 * probes from its input and writes answers to its output, and whatever happens in it can only be a wrong answer. Start
 * with {@link io.gradlab.course.probe.worker.WorkerMain}.
 */
@NullMarked
package io.gradlab.course.probe.worker;

import org.jspecify.annotations.NullMarked;
