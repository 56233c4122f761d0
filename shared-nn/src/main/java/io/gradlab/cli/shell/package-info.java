/**
 * {@code gradlab shell}: Java's own shell with the core at hand. {@link io.gradlab.cli.shell.Plots} is what its users call;
 * the command knows nothing of the core but the names of its packages, which are in {@code META-INF/gradlab/shell.jsh}.
 */
@NullMarked
package io.gradlab.cli.shell;

import org.jspecify.annotations.NullMarked;
