/** The command line: the dispatcher, and the commands of the core; other modules add theirs as a service. */
@NullMarked
package io.gradlab.cli;

import org.jspecify.annotations.NullMarked;
