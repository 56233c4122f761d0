package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Storage;

/** Numbers in a GPU's memory; gone with the scope that they were made in, or when released. */
final class DeviceStorage implements Storage {
    private final Stream stream;
    private final int size;
    private long address; // 0 once given back

    DeviceStorage(Stream stream, long address, int size) {
        this.stream = stream;
        this.address = address;
        this.size = size;
    }

    /** Returns the stream in whose order this memory is used. */
    Stream stream() {
        return stream;
    }

    /**
     * Returns where the numbers are.
     *
     * @throws IllegalStateException if they have been given back
     */
    long address() {
        if (address == 0) {
            throw new IllegalStateException(
                    "A tensor of " + size
                            + " numbers on the GPU was used after its memory had been given back; copy it with toHost() before");
        }
        return address;
    }

    @Override
    public Device device() {
        return Device.CUDA;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(float[] target) {
        stream.download(address(), target, size);
    }

    @Override
    public void write(float[] source) {
        stream.upload(source, size, address());
    }

    @Override
    public boolean released() {
        return address == 0;
    }

    @Override
    public void release() {
        if (address != 0) {
            stream.memory().giveBack(this, address);
            address = 0;
        }
    }
}
