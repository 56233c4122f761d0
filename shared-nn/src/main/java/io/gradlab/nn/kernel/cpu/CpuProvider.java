package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.KernelProvider;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;

/** Makes the host's kernels, on the Vector API if the JVM has it. */
public final class CpuProvider implements KernelProvider {
    /** Set to {@code off} to compute with plain loops. */
    public static final String VECTOR_PROPERTY = "gradlab.vector";

    @Override
    public Device device() {
        return Device.CPU;
    }

    @Override
    public Kernels create(int threads) {
        return new CpuKernels(loops(), new Workers(threads));
    }

    private static Loops loops() {
        if ("off".equals(System.getProperty(VECTOR_PROPERTY))) {
            return new PlainLoops("-D" + VECTOR_PROPERTY + "=off");
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainLoops("start Java with --add-modules jdk.incubator.vector");
        }
        return new SimdLoops();
    }
}
