package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import java.util.List;

/** The host's kernels, for tests that are not of this package. */
public final class CpuChoices {
    private CpuChoices() {}

    /** Returns kernels that may take Winograd's method. */
    public static Kernels fast() {
        return new CpuProvider().create(KernelOptions.ofThreads(2));
    }

    /** Returns kernels as {@code --exact} makes them. */
    public static Kernels exact() {
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

    /** Returns kernels with vectors and with plain loops. */
    public static List<Kernels> all() {
        return List.of(
                new CpuKernels(new SimdLoops(), new Workers(2)),
                new CpuKernels(new PlainLoops("test"), new Workers(1)));
    }

    /** Returns the rows of outputs that Winograd's method takes together, 0 where it is not chosen. */
    public static int winogradTile(WindowGeometry window, int channels, int outputs) {
        WinogradForm form = WinogradForm.of(window, channels, outputs);
        return form == null ? 0 : form.tile();
    }
}
