package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.RandomConvolutionTest;
import io.gradlab.nn.kernel.RandomMatmulTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The GPU's products and convolutions, run on the host, equal their definitions: in each precision with the largest tiles and
 * whole sums, with the plan for an H200 (which has small problems in small tiles and pieces), and with one in between.
 */
@Tag("shim")
class ShimProductsTest {
    private static final Planner LARGEST = new Planner(1);
    private static final Planner BETWEEN = new Planner(24);

    private abstract static class Tests {
        private static @Nullable ShimKernels shim;

        static void use(Precision precision, Planner planner) {
            shim = ShimKernels.use(precision, planner);
        }

        @AfterAll
        static void close() {
            if (shim != null) {
                shim.close();
            }
        }

        @Nested
        class Matmul extends RandomMatmulTest {}

        @Nested
        class Convolution extends RandomConvolutionTest {}
    }

    @Nested
    class LargestTiles extends Tests {
        @BeforeAll
        static void use() {
            use(Precision.FP32, LARGEST);
        }
    }

    @Nested
    class Pieces extends Tests {
        @BeforeAll
        static void use() {
            use(Precision.FP32, Planner.USUAL);
        }
    }

    @Nested
    class LargestTilesOnTensorCores extends Tests {
        @BeforeAll
        static void use() {
            use(Precision.TF32, LARGEST);
        }
    }

    @Nested
    class FewPiecesOnTensorCores extends Tests {
        @BeforeAll
        static void use() {
            use(Precision.TF32, BETWEEN);
        }
    }

    @Nested
    class PiecesOnTensorCores extends Tests {
        @BeforeAll
        static void use() {
            use(Precision.TF32, Planner.USUAL);
        }
    }
}
