/** The VGG networks, with torchvision's layer names; start with {@link io.gradlab.lab3.vgg.Vgg}. */
@NullMarked
package io.gradlab.lab3.vgg;

import org.jspecify.annotations.NullMarked;
