package io.gradlab.nn.kernel.cuda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.gradlab.nn.kernel.KernelChoices;
import io.gradlab.nn.kernel.Precision;

/** Makes the tests of kernels run over the shim, until closed. */
final class ShimKernels implements AutoCloseable {
    private final CudaKernels kernels;

    private ShimKernels(CudaKernels kernels) {
        this.kernels = kernels;
        KernelChoices.use(() -> OnDevice.of(kernels));
    }

    /** Begins, or skips the tests where there is no compiler. */
    static ShimKernels use(Precision precision) {
        return use(precision, Planner.USUAL);
    }

    /** Begins with another plan for products. */
    static ShimKernels use(Precision precision, Planner planner) {
        requireCompiler();
        KernelChoices.round(precision == Precision.TF32);
        return new ShimKernels(new CudaKernels(new ShimDriver(), precision, planner));
    }

    static void requireCompiler() {
        assumeTrue(Shim.available(), "the kernels' sources need g++ to run on the host; install it");
    }

    @Override
    public void close() {
        KernelChoices.useHost();
        KernelChoices.round(false);
        kernels.close();
    }
}
