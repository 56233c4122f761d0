/** What authors of labs rely on: a new lab needs nothing but its own files. */
@NullMarked
package io.gradlab.authoring;

import org.jspecify.annotations.NullMarked;
