package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;

/** Makes the kernels of one device; found by {@link java.util.ServiceLoader}. Creating a provider must cost nothing. */
public interface KernelProvider {

    /** Returns the device that this provider serves. */
    Device device();

    /** Returns new kernels that use at most {@code threads} host threads. */
    Kernels create(int threads);
}
