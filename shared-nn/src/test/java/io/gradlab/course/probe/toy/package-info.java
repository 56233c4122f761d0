/** A toy contract with a good and a broken implementation. */
@NullMarked
package io.gradlab.course.probe.toy;

import org.jspecify.annotations.NullMarked;
