/**
 * Documentation that cannot rot: every command of every document is run, every link followed. Start with {@link
 * io.gradlab.docs.DocumentedCommandsTest}.
 */
@NullMarked
package io.gradlab.docs;

import org.jspecify.annotations.NullMarked;
