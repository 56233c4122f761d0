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
    private static volatile @Nullable Kernels cuda; // likewise
    private static KernelOptions options =
            new KernelOptions(Runtime.getRuntime().availableProcessors(), Precision.FP32);

    private static Backend.@Nullable Chosen chosen; // null for the host

    private KernelRegistry() {}

    /** Returns the kernels of the host. */
    public static Kernels cpu() {
        return get(Device.CPU);
    }

    /**
     * Returns the kernels of a device.
     *
     * @throws DeviceUnavailable if this machine has no such device, or it cannot be used
     */
    public static Kernels get(Device device) {
        Kernels kernels = device == Device.CPU ? cpu : cuda;
        return kernels != null ? kernels : make(device);
    }

    /** Sets how many host threads kernels use from now on; all cores unless this is called. */
    public static synchronized void useThreads(int count) {
        options = new KernelOptions(count, options.precision());
        forget(Device.CPU);
    }

    /** Sets how a GPU multiplies; float32 unless this is called. Only before the GPU is first used. */
    public static synchronized void usePrecision(Precision precision) {
        if (MADE.containsKey(Device.CUDA) && precision != options.precision()) {
            throw new IllegalStateException("The GPU's kernels are in use already, with " + options.precision());
        }
        options = new KernelOptions(options.threads(), precision);
    }

    /** Returns how a GPU multiplies. */
    public static synchronized Precision precision() {
        return options.precision();
    }

    /** Sets where trainings run from now on; on the host unless this is called. */
    public static synchronized void trainOn(Backend.Chosen choice) {
        chosen = choice;
    }

    /** Returns where trainings run. */
    public static synchronized Backend.Chosen training() {
        return chosen != null ? chosen : Backend.CPU.choose();
    }

    /** Makes these the kernels of their device. */
    public static synchronized void use(Kernels kernels) {
        put(kernels);
    }

    /** Makes a device's kernels anew when they are next asked for. */
    public static synchronized void forget(Device device) {
        MADE.remove(device);
        if (device == Device.CPU) {
            cpu = null;
        } else {
            cuda = null;
        }
    }

    /** Returns how many host threads kernels use. */
    public static synchronized int threads() {
        return options.threads();
    }

    private static synchronized Kernels make(Device device) {
        Kernels made = MADE.get(device);
        return made != null ? made : put(create(device));
    }

    private static Kernels put(Kernels kernels) {
        MADE.put(kernels.device(), kernels);
        if (kernels.device() == Device.CPU) {
            cpu = kernels;
        } else {
            cuda = kernels;
        }
        return kernels;
    }

    private static Kernels create(Device device) {
        for (KernelProvider provider :
                ServiceLoader.load(KernelProvider.class, KernelRegistry.class.getClassLoader())) {
            if (provider.device() == device) {
                return provider.create(options);
            }
        }
        throw new IllegalStateException("No kernels for " + device + " on the class path");
    }
}
