package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;

/** Where workloads compute: on the host, or on what {@code --backend} has chosen. */
final class Place {
    private Place() {}

    static Device device() {
        return KernelRegistry.training().device();
    }

    static Kernels kernels() {
        return KernelRegistry.get(device());
    }

    /** Returns a host tensor's numbers there: the tensor itself, or a copy. */
    static Tensor put(Tensor host) {
        return device() == Device.CPU ? host : kernels().copyOf(host);
    }
}
