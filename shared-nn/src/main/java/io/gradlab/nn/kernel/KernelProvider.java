package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;

/** Makes the kernels of one device; found by {@link java.util.ServiceLoader}. Creating a provider must cost nothing. */
public interface KernelProvider {

    /** Returns the device that this provider serves. */
    Device device();

    /**
     * Returns new kernels.
     *
     * @throws DeviceUnavailable if this machine has no such device, or it cannot be used
     */
    Kernels create(KernelOptions options);
}
