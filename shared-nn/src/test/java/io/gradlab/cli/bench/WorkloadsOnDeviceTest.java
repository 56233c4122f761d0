package io.gradlab.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.PretendDevice;
import io.gradlab.nn.tensor.Device;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workloads keep all that they compute with on the device. */
class WorkloadsOnDeviceTest {
    private final PretendDevice device = new PretendDevice();

    @BeforeEach
    void pretend() {
        KernelRegistry.use(device.kernels());
        KernelRegistry.trainOn(Backend.CUDA.choose());
    }

    @AfterEach
    void forget() {
        KernelRegistry.trainOn(Backend.CPU.choose());
        KernelRegistry.forget(Device.CUDA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "mlp-train"})
    void stepsRun(String name) {
        for (Workload workload : Workloads.all().get(name)) {
            workload.prepare();
            workload.step();
            int living = device.living();
            workload.step();
            assertThat(device.living()).isPositive().isEqualTo(living);
        }
    }
}
