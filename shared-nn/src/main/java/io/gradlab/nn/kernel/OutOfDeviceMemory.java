package io.gradlab.nn.kernel;

import java.util.Locale;

/** A device's memory is spent; the message says what was asked for, and what there is. */
public final class OutOfDeviceMemory extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final double MEBI = 1 << 20;

    /** Creates the exception from numbers of bytes: asked for, free, in this program's tensors, and of the device. */
    public OutOfDeviceMemory(long asked, long free, long used, long all) {
        super(String.format(
                Locale.ROOT,
                "The GPU's memory is spent: %,.0f MB more were asked for, %,.0f MB are free, %,.0f of its %,.0f MB hold"
                        + " this program's tensors",
                asked / MEBI,
                free / MEBI,
                used / MEBI,
                all / MEBI));
    }
}
