/** The labs' contracts as thin adapters over the engine; not on a student's compile path. */
@NullMarked
package io.gradlab.course.core;

import org.jspecify.annotations.NullMarked;
