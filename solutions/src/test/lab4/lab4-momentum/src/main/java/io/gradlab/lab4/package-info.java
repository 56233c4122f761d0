/** The sample lab: what an optimizer remembers. Students write the package {@code student}. */
@NullMarked
package io.gradlab.lab4;

import org.jspecify.annotations.NullMarked;
