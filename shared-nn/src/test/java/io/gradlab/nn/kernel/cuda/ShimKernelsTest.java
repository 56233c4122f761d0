package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.RandomBatchNormTest;
import io.gradlab.nn.kernel.RandomElementWiseTest;
import io.gradlab.nn.kernel.RandomLossTest;
import io.gradlab.nn.kernel.RandomOptimizerTest;
import io.gradlab.nn.kernel.RandomPoolingTest;
import io.gradlab.nn.kernel.RectifiersTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The GPU's kernels, run on the host, pass the tests of all kernels. */
@Tag("shim")
class ShimKernelsTest {

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

    @Nested
    class ElementWise extends RandomElementWiseTest {}

    @Nested
    class Rectifiers extends RectifiersTest {}

    @Nested
    class Pooling extends RandomPoolingTest {}

    @Nested
    class BatchNorm extends RandomBatchNormTest {}

    @Nested
    class Loss extends RandomLossTest {}

    @Nested
    class Optimizer extends RandomOptimizerTest {}
}
