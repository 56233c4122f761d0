package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.Kernels;

/** The kernels under test, made as the program makes them. */
final class KernelChoices {
    private KernelChoices() {}

    /** Returns kernels that may take Winograd's method. */
    static Kernels fast() {
        return new CpuProvider().create(KernelOptions.ofThreads(2));
    }

    /** Returns kernels as {@code --exact} makes them. */
    static Kernels exact() {
        String before = System.getProperty(CpuProvider.EXACT_PROPERTY);
        System.setProperty(CpuProvider.EXACT_PROPERTY, "true");
        try {
            return new CpuProvider().create(KernelOptions.ofThreads(1));
        } finally {
            if (before == null) {
                System.clearProperty(CpuProvider.EXACT_PROPERTY);
            } else {
                System.setProperty(CpuProvider.EXACT_PROPERTY, before);
            }
        }
    }
}
