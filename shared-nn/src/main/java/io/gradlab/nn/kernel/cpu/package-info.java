/**
 * The host's kernels, in pure Java: matrix products and element-wise passes on the Vector API, with a plain-loop twin that
 * gives the same bits where the incubator module is absent.
 *
 * <p>Start with {@link io.gradlab.nn.kernel.cpu.Gemm} (blocking and packing), then {@link
 * io.gradlab.nn.kernel.cpu.SimdLoops} (the inner loops).
 *
 * <p>Why the bits never change: each output of a product is one chain of fused multiply-adds over K, cut at fixed places;
 * sums run over 16 virtual lanes; exp and tanh are polynomials of our own ({@link
 * io.gradlab.nn.kernel.cpu.Polynomials}); everything else is exactly rounded by definition. Neither the number of threads
 * nor the width of the vectors enters anywhere.
 */
@NullMarked
package io.gradlab.nn.kernel.cpu;

import org.jspecify.annotations.NullMarked;
