package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.KernelProvider;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.Device;

/** Makes the host's kernels, on the Vector API if the JVM has it. */
public final class CpuProvider implements KernelProvider {
    /** Set to {@code off} to compute with plain loops, to {@code on} to use vectors even in an interpreting JVM. */
    public static final String VECTOR_PROPERTY = "gradlab.vector";

    /** Set to {@code true} to compute every convolution by the direct method, without Winograd's rounding errors. */
    public static final String EXACT_PROPERTY = "gradlab.exact";

    @Override
    public Device device() {
        return Device.CPU;
    }

    @Override
    public Kernels create(KernelOptions options) {
        return new CpuKernels(loops(), new Workers(options.threads()));
    }

    private static Loops loops() {
        String wish = System.getProperty(VECTOR_PROPERTY, "");
        if (wish.equals("off")) {
            return new PlainLoops("-D" + VECTOR_PROPERTY + "=off");
        }
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new PlainLoops("start Java with --add-modules jdk.incubator.vector");
        }
        if (System.getProperty("java.vm.info", "").startsWith("interpreted") && !wish.equals("on")) {
            return new PlainLoops("an interpreting JVM makes an object of every vector");
        }
        return new SimdLoops();
    }
}
