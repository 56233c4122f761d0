/** {@code gradlab bench}: speeds of the engine as figures and as shares of what this machine can do at best. */
@NullMarked
package io.gradlab.cli.bench;

import org.jspecify.annotations.NullMarked;
