package io.gradlab.cli;

import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Precision;
import org.jspecify.annotations.Nullable;

/** What {@code --backend} and {@code --precision} do, in every command that has them. */
public final class BackendOptions {
    private BackendOptions() {}

    /**
     * Makes the kernels compute where and how they are told.
     *
     * @throws UserError if that is not possible here
     */
    public static void choose(Backend backend, @Nullable Precision precision) {
        if (precision != null) {
            if (backend == Backend.CPU) {
                throw new UserError("--precision " + precision.label()
                        + " is for a GPU, and this runs on the CPU; add --backend cuda, or leave it out");
            }
            KernelRegistry.usePrecision(precision);
        }
        try {
            KernelRegistry.trainOn(backend.choose());
        } catch (DeviceUnavailable why) {
            throw new UserError("--backend " + backend + ": " + why.getMessage(), why);
        }
    }
}
