package io.gradlab.nn.kernel.cuda;

import static org.junit.jupiter.api.Assumptions.abort;

import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;

/** The GPU of this machine, for tests: without one they are skipped, or fail under {@code -Dgpu.required=true}. */
final class RealGpu {
    private RealGpu() {}

    static Kernels require() {
        try {
            return KernelRegistry.get(Device.CUDA);
        } catch (DeviceUnavailable why) {
            if (Boolean.getBoolean("gpu.required")) {
                throw why;
            }
            return abort(why.getMessage());
        }
    }
}
