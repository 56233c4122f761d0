/**
 * The VGG networks, with torchvision's layer names, and which of them a file of weights fits; start with {@link
 * io.gradlab.lab3.vgg.Vgg}. Knows the core.
 */
@NullMarked
package io.gradlab.lab3.vgg;

import org.jspecify.annotations.NullMarked;
