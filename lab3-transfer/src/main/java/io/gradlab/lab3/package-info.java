/** Lab 3: transfer learning. {@code vgg} holds the networks that it starts from. */
@NullMarked
package io.gradlab.lab3;

import org.jspecify.annotations.NullMarked;
