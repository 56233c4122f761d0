/** A small complete ImageNet classifier, see {@link io.gradlab.lab3.darknet.TinyDarknet}. Knows weights and images. */
@NullMarked
package io.gradlab.lab3.darknet;

import org.jspecify.annotations.NullMarked;
