package io.gradlab.nn.train;

import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Device;

/** A network's time where trainings run: however it ends, the network is on the host again and the device's memory free. */
public final class DeviceStay implements AutoCloseable {
    private final Layer network;
    private final MemoryScope scope;

    private DeviceStay(Layer network, MemoryScope scope) {
        this.network = network;
        this.scope = scope;
    }

    /**
     * Moves a network to {@link KernelRegistry#training}, which may be the host; then nothing happens.
     *
     * @throws io.gradlab.nn.kernel.OutOfDeviceMemory if it does not fit
     */
    public static DeviceStay of(Layer network) {
        Device device = KernelRegistry.training().device();
        DeviceStay stay = new DeviceStay(network, KernelRegistry.get(device).scope());
        try {
            network.moveTo(device);
        } catch (RuntimeException failed) {
            stay.close();
            throw failed;
        }
        return stay;
    }

    /** Moves the network back and gives back all memory that was taken meanwhile. */
    @Override
    public void close() {
        try {
            network.moveTo(Device.CPU);
        } finally {
            scope.close();
        }
    }
}
