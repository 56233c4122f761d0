package io.gradlab.nn.kernel.benchmark;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** What the benchmarks work with: kernels of one thread, and random tensors. */
final class Numbers {
    private Numbers() {}

    static Kernels kernels() {
        KernelRegistry.useThreads(1);
        return KernelRegistry.cpu();
    }

    static Tensor random(String name, int... dimensions) {
        return new Seed(1).stream(name).uniforms(Shape.of(dimensions), -1, 1);
    }

    /** Reads {@code 32x256x784}. */
    static int[] sizes(String text) {
        return java.util.Arrays.stream(text.split("x"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
