/**
 * The form in which probes and answers travel between the grader and a worker: small, binary, every size bounded. Knows
 * the probes' values and nothing of processes. Start with {@link io.gradlab.course.probe.wire.Frames}.
 */
@NullMarked
package io.gradlab.course.probe.wire;

import org.jspecify.annotations.NullMarked;
