package io.gradlab.nn.kernel.cuda;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import jcuda.Pointer;

/**
 * Makes of a buffer of arguments what {@code cuLaunchKernel} asks for: an array with the address of each. The array lies
 * outside of the heap and is made once for a buffer, so that launching costs one call and no object.
 */
final class KernelArguments {
    private final Map<Long, Pointer> arrays = new HashMap<>(); // by the buffer's address
    private long latest;
    private Pointer latestArray = new Pointer();

    /** Returns the array for a direct buffer that stays alive; as many arguments as a kernel has are read. */
    Pointer of(ByteBuffer slots) {
        long address = MemorySegment.ofBuffer(slots).address();
        if (address != latest) {
            latestArray = arrays.computeIfAbsent(address, KernelArguments::array);
            latest = address;
        }
        return latestArray;
    }

    private static Pointer array(long address) {
        ByteBuffer addresses =
                ByteBuffer.allocateDirect(Long.BYTES * Launch.MOST_ARGUMENTS).order(ByteOrder.nativeOrder());
        for (int i = 0; i < Launch.MOST_ARGUMENTS; i++) {
            addresses.putLong(i * Long.BYTES, address + (long) i * Launch.SLOT);
        }
        return Pointer.to(addresses); // keeps the buffer alive
    }
}
