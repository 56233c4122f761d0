package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Precision;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measuring runs; what it measures is no matter of a test. */
@Tag("shim")
class CeilingsTest {

    @Test
    void ratesAndBandwidthAreMeasured() {
        ShimKernels.requireCompiler();
        ShimDriver driver = new ShimDriver().as(new DeviceFacts("Host shim", 90, 1, 64L << 20, 13_000));
        CudaKernels kernels = new CudaKernels(driver, Precision.FP32);
        Ceilings ceilings = Ceilings.of(kernels, 2);
        assertThat(ceilings.gigaFlops(Precision.FP32)).isPositive();
        assertThat(ceilings.gigaFlops(Precision.TF32)).isPositive();
        assertThat(ceilings.gigabytesPerSecond()).isPositive();
        kernels.close();
    }

    @Test
    void theHostsKernelsHaveNone() {
        assertThatThrownBy(() -> Ceilings.of(KernelRegistry.cpu()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("These kernels are no GPU's: cpu");
    }
}
