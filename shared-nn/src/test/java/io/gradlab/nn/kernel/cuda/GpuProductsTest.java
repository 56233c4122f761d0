package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Precision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on a real GPU. */
@Tag("gpu")
@ExtendWith(NeedsGpu.class)
class GpuProductsTest {
    private static @Nullable GpuKernels kernels;

    private static void end() {
        if (kernels != null) {
            kernels.close();
            kernels = null;
        }
    }

    @Nested
    class LargestTiles extends ProductTests {
        @BeforeAll
        static void use() {
            kernels = GpuKernels.use(Precision.FP32, ProductTests.LARGEST);
        }

        @AfterAll
        static void close() {
            end();
        }
    }

    @Nested
    class Pieces extends ProductTests {
        @BeforeAll
        static void use() {
            kernels = GpuKernels.use(Precision.FP32, Planner.USUAL);
        }

        @AfterAll
        static void close() {
            end();
        }
    }

    @Nested
    class LargestTilesOnTensorCores extends ProductTests {
        @BeforeAll
        static void use() {
            kernels = GpuKernels.use(Precision.TF32, ProductTests.LARGEST);
        }

        @AfterAll
        static void close() {
            end();
        }
    }

    @Nested
    class FewPiecesOnTensorCores extends ProductTests {
        @BeforeAll
        static void use() {
            kernels = GpuKernels.use(Precision.TF32, ProductTests.BETWEEN);
        }

        @AfterAll
        static void close() {
            end();
        }
    }

    @Nested
    class PiecesOnTensorCores extends ProductTests {
        @BeforeAll
        static void use() {
            kernels = GpuKernels.use(Precision.TF32, Planner.USUAL);
        }

        @AfterAll
        static void close() {
            end();
        }
    }
}
