/** JMH benchmarks of the kernels; `mvn -Pjmh` compiles and runs them, see the README's part for authors. */
@NullMarked
package io.gradlab.nn.kernel.benchmark;

import org.jspecify.annotations.NullMarked;
