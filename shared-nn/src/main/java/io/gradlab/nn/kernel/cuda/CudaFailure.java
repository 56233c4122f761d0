package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceFailure;

/** The GPU or its driver refused a call, or a kernel failed; the message names the call and the driver's own word. */
final class CudaFailure extends DeviceFailure {
    private static final long serialVersionUID = 1;

    CudaFailure(String message) {
        super(message);
    }
}
