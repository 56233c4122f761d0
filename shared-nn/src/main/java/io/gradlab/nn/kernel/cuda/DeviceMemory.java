package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.kernel.OutOfDeviceMemory;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Who owns the GPU's memory. A tensor belongs to the innermost scope that was open when it was made, and its memory goes
 * back when that scope ends, or earlier if it is released. Memory that went back is kept for the next tensor of about its
 * size, since asking the driver waits for all work; only when the driver has none left is what is kept handed to it.
 */
final class DeviceMemory {
    private static final long SMALLEST = 512; // bytes
    private static final int STEPS = 8; // sizes between two powers of two, so at most an eighth is wasted

    private final Driver driver;
    private final Runnable beforeHandingBack; // starts the work that may still use the memory
    private final Map<Long, Deque<Long>> kept = new HashMap<>(); // addresses by rounded size
    private final Map<Long, Long> sizes = new HashMap<>(); // rounded size by address, of all that the driver gave
    private final Deque<Scope> scopes = new ArrayDeque<>(); // the innermost first
    private final Set<DeviceStorage> everlasting = tensors(); // made outside of all scopes
    private long used; // bytes in tensors

    DeviceMemory(Driver driver, Runnable beforeHandingBack) {
        this.driver = driver;
        this.beforeHandingBack = beforeHandingBack;
    }

    private final class Scope implements MemoryScope {
        final Set<DeviceStorage> members = tensors();

        @Override
        public void close() {
            scopes.remove(this);
            Set.copyOf(members).forEach(DeviceStorage::release);
        }
    }

    private static Set<DeviceStorage> tensors() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Opens a scope; scopes end in the opposite order. */
    MemoryScope scope() {
        Scope scope = new Scope();
        scopes.push(scope);
        return scope;
    }

    /**
     * Returns memory for {@code size} numbers, with arbitrary content.
     *
     * @throws OutOfDeviceMemory if there is not enough
     */
    DeviceStorage storage(Stream stream, int size) {
        DeviceStorage storage = new DeviceStorage(stream, take(4L * size), size);
        (scopes.isEmpty() ? everlasting : scopes.element().members).add(storage);
        return storage;
    }

    /** Returns the address of at least {@code bytes} bytes, owned by the caller until {@link #giveBack(long)}. */
    long take(long bytes) {
        long rounded = rounded(bytes);
        Deque<Long> free = kept.get(rounded);
        Long address = free == null ? null : free.poll();
        if (address == null) {
            address = fromDriver(bytes, rounded);
        }
        used += rounded;
        return address;
    }

    private long fromDriver(long bytes, long rounded) {
        long address = driver.allocate(rounded);
        if (address == 0 && !kept.isEmpty()) {
            trim();
            address = driver.allocate(rounded);
        }
        if (address == 0) {
            throw new OutOfDeviceMemory(
                    bytes, driver.freeBytes(), used, driver.facts().memory());
        }
        sizes.put(address, rounded);
        return address;
    }

    /** Hands the memory that no tensor has back to the driver. */
    void trim() {
        beforeHandingBack.run();
        kept.values()
                .forEach(addresses -> addresses.forEach(address -> {
                    driver.release(address);
                    sizes.remove(address);
                }));
        kept.clear();
    }

    void giveBack(DeviceStorage storage, long address) {
        everlasting.remove(storage);
        scopes.forEach(scope -> scope.members.remove(storage));
        giveBack(address);
    }

    /** Keeps memory for the next who asks; the order of the stream makes that safe while kernels still use it. */
    void giveBack(long address) {
        long rounded = sizes.get(address);
        used -= rounded;
        kept.computeIfAbsent(rounded, size -> new ArrayDeque<>()).push(address);
    }

    /** Returns how many bytes tensors have. */
    long used() {
        return used;
    }

    /** Returns how many bytes the driver has given, those kept included. */
    long reserved() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the least of the sizes that hold {@code bytes}: an eighth of a power of two apart. */
    static long rounded(long bytes) {
        if (bytes <= SMALLEST) {
            return SMALLEST;
        }
        long step = Math.max(SMALLEST, Long.highestOneBit(bytes - 1) / STEPS);
        return Math.ceilDiv(bytes, step) * step;
    }
}
