/** Photographs as tensors: reading, resizing and cropping; start with {@link io.gradlab.lab3.image.Photo}. */
@NullMarked
package io.gradlab.lab3.image;

import org.jspecify.annotations.NullMarked;
