/** Lab 1's networks, made of any implementation's parts. */
@NullMarked
package io.gradlab.lab1.model;

import org.jspecify.annotations.NullMarked;
