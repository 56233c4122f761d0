package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The one line of work of a GPU: launches and copies run in the order in which they are asked for, so a kernel may read
 * what the one before wrote, and memory may be used again as soon as its last user has been launched. Used by one thread
 * at a time.
 */
final class Stream {
    private final Driver driver;
    private final Replay replay;
    private final DeviceMemory memory;
    private final Launch launch = new Launch(this);
    private final List<Kernel> kernels = new ArrayList<>();
    private long scratch;
    private long scratchBytes;

    Stream(Driver driver) {
        this.driver = driver;
        this.replay = new Replay(driver);
        this.memory = new DeviceMemory(driver, replay::flush);
    }

    Driver driver() {
        return driver;
    }

    DeviceMemory memory() {
        return memory;
    }

    /** Returns a kernel; see {@link Driver#function}. */
    Kernel kernel(String module, String name) {
        Kernel kernel = new Kernel(this, module, name);
        kernels.add(kernel);
        return kernel;
    }

    /** Returns all kernels that were made, used or not. */
    List<Kernel> kernels() {
        return List.copyOf(kernels);
    }

    Launch begin(long function, Grid grid) {
        return launch.begin(function, grid);
    }

    void launch(long function, Grid grid, ByteBuffer arguments) {
        replay.launch(function, grid, arguments);
    }

    /**
     * Returns the address of at least {@code bytes} bytes of memory with arbitrary content, for a kernel and the one
     * launched right after it: whoever asks next gets the same.
     */
    long scratch(long bytes) {
        if (bytes > scratchBytes) {
            if (scratch != 0) {
                memory.giveBack(scratch);
                scratch = 0;
                scratchBytes = 0;
            }
            scratch = memory.take(bytes);
            scratchBytes = bytes;
        }
        return scratch;
    }

    /** Waits for all work so far and copies numbers to the host. */
    void download(long source, float[] target, int count) {
        replay.flush();
        driver.download(source, target, count);
    }

    /** Copies numbers to the device, after all work so far. */
    void upload(float[] source, int count, long target) {
        replay.flush();
        driver.upload(source, count, target);
    }

    /** Starts all that was held back and waits for all work. */
    void synchronize() {
        replay.flush();
        driver.synchronize();
    }

    /** Returns how launches are repeated, for tests. */
    Replay replay() {
        return replay;
    }

    /** Gives everything back. */
    void close() {
        replay.close();
        driver.close();
    }

    /**
     * Returns where a tensor's numbers are.
     *
     * @throws IllegalArgumentException if it lives elsewhere
     */
    long address(Tensor tensor) {
        if (tensor.storage() instanceof DeviceStorage storage) {
            return storage.address();
        }
        throw new IllegalArgumentException("A tensor " + tensor.shape() + " lives on " + name(tensor.device())
                + ", but its partner on the GPU; move both to the same device");
    }

    private static String name(Device device) {
        return device == Device.CPU ? "the host" : "another GPU";
    }
}
