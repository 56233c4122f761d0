package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelChoices;
import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.KernelProvider;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.tensor.Device;
import java.util.ServiceLoader;
import org.opentest4j.TestAbortedException;

/**
 * Makes the tests of kernels run over a real GPU, until closed. Where there is none they are skipped with the reason, and
 * with {@code -Dgpu.required=true} they fail: a fault of the packaging must not look like a machine without a GPU.
 */
final class GpuKernels implements AutoCloseable {
    private final CudaKernels kernels;

    private GpuKernels(CudaKernels kernels) {
        this.kernels = kernels;
        KernelChoices.use(() -> OnDevice.of(kernels));
    }

    static GpuKernels use(Precision precision) {
        return new GpuKernels(open(precision));
    }

    /** Begins with another plan for products; numbers drawn for TF32 have 11 bits. */
    static GpuKernels use(Precision precision, Planner planner) {
        CudaKernels opened = open(precision);
        KernelChoices.round(precision == Precision.TF32);
        return new GpuKernels(new CudaKernels(opened.stream().driver(), precision, planner));
    }

    static CudaKernels open(Precision precision) {
        try {
            return (CudaKernels) provider().create(new KernelOptions(1, precision));
        } catch (DeviceUnavailable reason) {
            if (Boolean.getBoolean("gpu.required")) {
                throw reason;
            }
            throw new TestAbortedException("no GPU: " + reason.getMessage(), reason);
        }
    }

    private static KernelProvider provider() {
        return ServiceLoader.load(KernelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.device() == Device.CUDA)
                .findFirst()
                .orElseThrow(() -> new AssertionError("META-INF/services names no provider for CUDA"));
    }

    @Override
    public void close() {
        KernelChoices.useHost();
        KernelChoices.round(false);
        kernels.close();
    }
}
