package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The GPU's kernels, run on the host, pass the tests of all kernels. */
@Tag("shim")
@ExtendWith(NeedsCompiler.class)
class ShimKernelsTest extends DeviceTests {
    private static @Nullable ShimKernels shim;

    @BeforeAll
    static void use() {
        shim = ShimKernels.use(Precision.FP32);
    }

    @AfterAll
    static void close() {
        if (shim != null) {
            shim.close();
        }
    }
}
