/** Files: safetensors, whole or tensor by tensor, and writing so that nothing is lost. Knows tensors only. */
@NullMarked
package io.gradlab.nn.io;

import org.jspecify.annotations.NullMarked;
