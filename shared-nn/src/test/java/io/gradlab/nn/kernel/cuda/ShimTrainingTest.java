package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole trainings by the GPU's kernels, run on the host: the host's losses, and no memory kept. */
@Tag("shim")
class ShimTrainingTest {
    private final ShimDriver driver = shim();

    private static ShimDriver shim() {
        ShimKernels.requireCompiler();
        return new ShimDriver();
    }

    @BeforeEach
    void register() {
        KernelRegistry.use(new CudaKernels(driver, Precision.FP32));
    }

    @AfterEach
    void forget() {
        CudaKernels kernels = (CudaKernels) KernelRegistry.get(Device.CUDA);
        KernelRegistry.forget(Device.CUDA);
        assertThat(kernels.stream().replay().graphs()).isPositive();
        kernels.stream().memory().trim();
        kernels.close();
    }

    @Test
    void momentum() {
        DeviceTraining.compare(28, 16, 0, () -> new Sgd(0.9, 1e-3), 1e-4);
    }

    @Test
    void adamWithSmoothedTargets() {
        DeviceTraining.compare(28, 16, 0.1, () -> new Adam(1e-3), 1e-4);
    }
}
