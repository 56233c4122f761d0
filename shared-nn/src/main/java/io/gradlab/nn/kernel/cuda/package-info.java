/**
 * The kernels of an NVIDIA GPU. {@link io.gradlab.nn.kernel.cuda.CudaProvider} is the door; {@code CudaKernels} implements
 * {@link io.gradlab.nn.kernel.Kernels} by launching functions written in CUDA C. These stand in {@code .cu} resources
 * beside this package, with the PTX that {@code shared-nn/scripts/ptx} makes of them.
 *
 * <p>Read in this order: {@code Driver} (the few calls that a GPU has to answer), {@code Stream} and {@code Launch} (how a
 * kernel is called), {@code DeviceMemory} (who owns what), then one family of kernels with its {@code .cu} file. Only
 * {@code CudaDriver} and its helpers mention JCuda, and they are loaded only where a driver was found, so that nobody without a GPU ever
 * pays for one; in tests another {@code Driver} runs the same kernels on the host.
 */
@NullMarked
package io.gradlab.nn.kernel.cuda;

import org.jspecify.annotations.NullMarked;
