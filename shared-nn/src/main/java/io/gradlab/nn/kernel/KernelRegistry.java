package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;
import java.util.EnumMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The one registry of kernels: a device's kernels are made when they are first asked for. */
public final class KernelRegistry {
    private static final Map<Device, Kernels> MADE = new EnumMap<>(Device.class);
    private static volatile @Nullable Kernels cpu; // read on every operation, hence without the lock
    private static int threads = Runtime.getRuntime().availableProcessors();

    private KernelRegistry() {}

    /** Returns the kernels of the host. */
    public static Kernels cpu() {
        Kernels kernels = cpu;
        return kernels != null ? kernels : make(Device.CPU);
    }

    /** Returns the kernels of a device. */
    public static Kernels get(Device device) {
        return device == Device.CPU ? cpu() : make(device);
    }

    /** Sets how many host threads kernels use from now on; all cores unless this is called. */
    public static synchronized void useThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one thread is needed, but got " + count);
        }
        threads = count;
        MADE.clear();
        cpu = null;
    }

    /** Returns how many host threads kernels use. */
    public static synchronized int threads() {
        return threads;
    }

    private static synchronized Kernels make(Device device) {
        Kernels kernels = MADE.computeIfAbsent(device, KernelRegistry::create);
        if (device == Device.CPU) {
            cpu = kernels;
        }
        return kernels;
    }

    private static Kernels create(Device device) {
        for (KernelProvider provider :
                ServiceLoader.load(KernelProvider.class, KernelRegistry.class.getClassLoader())) {
            if (provider.device() == device) {
                return provider.create(threads);
            }
        }
        throw new IllegalStateException("No kernels for " + device + " on the class path");
    }
}
