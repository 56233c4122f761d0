package io.gradlab.nn.kernel;

import io.gradlab.nn.kernel.cpu.CpuChoices;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The kernels under test: the host's, made as the program makes them, unless a device's tests have put others in their
 * place. {@code -Dgradlab.geometries} says how many geometries the host's go through and {@code
 * -Dgradlab.geometries.device} how many a device's.
 */
public final class KernelChoices {
    private static @Nullable Supplier<Kernels> device; // set by one test class at a time, before its nested classes run

    private static boolean rounding;

    private KernelChoices() {}

    /**
     * Makes all random operands from now on numbers of 11 bits, or no longer. Such numbers are TF32 already, so products of
     * them have the bounds of float32.
     */
    public static void round(boolean toTf32) {
        rounding = toTf32;
    }

    /** Returns what tests draw, rounded if that was asked for. */
    static Tensor drawn(Tensor tensor) {
        for (int i = 0; rounding && i < tensor.size(); i++) {
            tensor.data()[i] = Float.intBitsToFloat(Float.floatToIntBits(tensor.data()[i]) & 0xFFFFE000);
        }
        return tensor;
    }

    /** Makes all tests from now on take other kernels, which accept and return tensors on the host. */
    public static void use(Supplier<Kernels> kernels) {
        device = kernels;
    }

    /** Goes back to the host's kernels. */
    public static void useHost() {
        device = null;
    }

    /** Returns kernels that may take Winograd's method. */
    static Kernels fast() {
        return device == null ? CpuChoices.fast() : device.get();
    }

    /** Returns kernels as {@code --exact} makes them. */
    static Kernels exact() {
        return device == null ? CpuChoices.exact() : device.get();
    }

    /** Returns all kinds of kernels. */
    static List<Kernels> all() {
        return device == null ? CpuChoices.all() : List.of(device.get());
    }

    /** Returns how many rows of outputs Winograd's method takes together if {@link #fast} chooses it, else 0. */
    static int winogradTile(WindowGeometry window, int channels, int outputs) {
        return device == null ? CpuChoices.winogradTile(window, channels, outputs) : 0;
    }

    /** Returns how many geometries a test draws. */
    static int geometries() {
        return device == null
                ? Integer.getInteger("gradlab.geometries", 200)
                : Integer.getInteger("gradlab.geometries.device", 40);
    }
}
