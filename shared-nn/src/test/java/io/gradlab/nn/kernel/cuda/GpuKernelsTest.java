package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The kernels pass the tests of all kernels on a real GPU. */
@Tag("gpu")
@ExtendWith(NeedsGpu.class)
class GpuKernelsTest extends DeviceTests {
    private static @Nullable GpuKernels gpu;

    @BeforeAll
    static void use() {
        gpu = GpuKernels.use(Precision.FP32);
    }

    @AfterAll
    static void close() {
        if (gpu != null) {
            gpu.close();
        }
    }
}
