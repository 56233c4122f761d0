/**
 * How checks speak to an implementation: a {@link io.gradlab.course.probe.Probe} says what to call with which values, an
 * {@link io.gradlab.course.probe.Answer} holds the values that came back. No object handle crosses, so the implementation
 * may live in another process. Start with {@code Probe}; {@code ProbeRunner} carries probes out.
 */
@NullMarked
package io.gradlab.course.probe;

import org.jspecify.annotations.NullMarked;
