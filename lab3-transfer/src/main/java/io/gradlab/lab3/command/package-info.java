/** Lab 3's commands; start with {@link io.gradlab.lab3.command.WeightsCommand}. May know all of the lab. */
@NullMarked
package io.gradlab.lab3.command;

import org.jspecify.annotations.NullMarked;
