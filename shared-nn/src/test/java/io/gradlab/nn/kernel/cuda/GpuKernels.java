package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.KernelChoices;

/** Makes the tests of kernels run over the GPU of this machine, until closed; see {@link RealGpu}. */
final class GpuKernels implements AutoCloseable {
    private GpuKernels() {}

    static GpuKernels use() {
        CudaKernels kernels = (CudaKernels) RealGpu.require();
        KernelChoices.use(() -> OnDevice.of(kernels));
        return new GpuKernels();
    }

    @Override
    public void close() {
        KernelChoices.useHost();
    }
}
