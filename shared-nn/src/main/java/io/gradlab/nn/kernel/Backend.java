package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;
import java.util.Locale;

/** What a user wants trainings to run on. */
public enum Backend {
    /** The host. */
    CPU,
    /** An NVIDIA GPU, or nothing. */
    CUDA,
    /** An NVIDIA GPU if there is one that can be used, else the host. */
    AUTO;

    /**
     * What was chosen.
     *
     * @param device where trainings run
     * @param line which kernels these are and, if the user left the choice open, why
     */
    public record Chosen(Device device, String line) {}

    /**
     * Finds the device.
     *
     * @throws DeviceUnavailable if a GPU is asked for and cannot be used
     */
    public Chosen choose() {
        if (this == CPU) {
            return host("");
        }
        try {
            Kernels kernels = KernelRegistry.get(Device.CUDA);
            return new Chosen(Device.CUDA, kernels.description());
        } catch (DeviceUnavailable why) {
            if (this == CUDA) {
                throw why;
            }
            return host(" (--backend auto: " + why.getMessage() + ")");
        }
    }

    private static Chosen host(String reason) {
        return new Chosen(Device.CPU, KernelRegistry.cpu().description() + reason);
    }

    /** Returns the name as written in commands: {@code cuda}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
