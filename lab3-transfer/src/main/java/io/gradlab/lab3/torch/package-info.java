/**
 * PyTorch's weight files, read without Python and without running anything that they name; start with
 * {@link io.gradlab.lab3.torch.TorchFile}. Knows the core's {@code nn.io} and tensors.
 */
@NullMarked
package io.gradlab.lab3.torch;

import org.jspecify.annotations.NullMarked;
