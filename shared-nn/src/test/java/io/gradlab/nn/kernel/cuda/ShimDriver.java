package io.gradlab.nn.kernel.cuda;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GPU that is none: runs the kernels' sources on the host, block by block, see {@link Shim}. It sees what a GPU would not
 * tell: accesses behind the end of a piece of memory, reads of what was never written (NaN), memory never given back,
 * arguments that do not fit the parameters. Memory is aligned to 16 bytes.
 */
final class ShimDriver implements Driver {
    private static final int MESSAGE = 256; // bytes
    private static final int REQUEST = 7; // ints, as struct Request has them

    /** Which thread of a block goes first; a kernel's result must not depend on it. */
    enum Order {
        FORWARD,
        REVERSE,
        RANDOM
    }

    private record Function(String name, MethodHandle entry) {}

    private final Arena arena = Arena.ofShared();
    private final Map<String, SymbolLookup> modules = new HashMap<>();
    private final List<Function> functions = new ArrayList<>(); // a handle is the place here, plus 1
    private final Map<Long, Long> pieces = new HashMap<>(); // bytes by address
    private final MemorySegment request = arena.allocate(ValueLayout.JAVA_INT, REQUEST);
    private final MemorySegment message = arena.allocate(MESSAGE);
    private final MethodHandle allocate;
    private final MethodHandle release;
    private DeviceFacts facts = new DeviceFacts("Host shim", 90, 4, 1L << 32, 13_000);
    private @Nullable Order order; // null: another one at each launch
    private long used;
    private long launches;

    ShimDriver() {
        SymbolLookup memory = load(Shim.memory());
        allocate = bind(memory, "shim_allocate", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        release = bind(
                memory,
                "shim_release",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    }

    /** Sets which thread goes first from now on; without that, each launch takes the next order. */
    ShimDriver inOrder(Order newOrder) {
        order = newOrder;
        return this;
    }

    /** Sets what {@link #facts} says; nothing is given beyond {@link DeviceFacts#memory}. */
    ShimDriver as(DeviceFacts newFacts) {
        facts = newFacts;
        return this;
    }

    /** Takes a module from a file instead of the resources. */
    ShimDriver with(String module, Path source) {
        modules.put(module, load(Shim.library(source, module)));
        return this;
    }

    @SuppressWarnings("restricted")
    private SymbolLookup load(Path library) {
        return SymbolLookup.libraryLookup(library.toAbsolutePath(), arena);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle bind(SymbolLookup library, String name, FunctionDescriptor type) {
        return Linker.nativeLinker()
                .downcallHandle(library.find(name).orElseThrow(() -> new CudaFailure("No function " + name)), type);
    }

    @Override
    public DeviceFacts facts() {
        return facts;
    }

    @Override
    public long freeBytes() {
        return facts.memory() - used;
    }

    /** Returns how many pieces of memory have not been given back. */
    int pieces() {
        return pieces.size();
    }

    /** Returns how many kernels have run. */
    long launches() {
        return launches;
    }

    @Override
    public long allocate(long bytes) {
        if (bytes <= 0) {
            throw new CudaFailure("Memory of " + bytes + " bytes was asked for");
        }
        if (bytes > freeBytes()) {
            return 0;
        }
        long address = (long) call(allocate, bytes);
        if (address != 0) {
            pieces.put(address, bytes);
            used += bytes;
        }
        return address;
    }

    @Override
    public void release(long address) {
        Long bytes = pieces.remove(address);
        if (bytes == null) {
            throw new CudaFailure("Memory was given back that nobody had");
        }
        used -= bytes;
        if ((int) call(release, address, bytes) == 0) {
            throw new CudaFailure("A kernel wrote beside a piece of " + bytes + " bytes");
        }
    }

    @Override
    public void upload(float[] source, int count, long target) {
        MemorySegment.copy(source, 0, memory(target, 4L * count), ValueLayout.JAVA_FLOAT, 0, count);
    }

    @Override
    public void download(long source, float[] target, int count) {
        MemorySegment.copy(memory(source, 4L * count), ValueLayout.JAVA_FLOAT, 0, target, 0, count);
    }

    @Override
    public void copy(long source, long target, long bytes) {
        memory(target, bytes).copyFrom(memory(source, bytes));
    }

    @SuppressWarnings("restricted")
    private static MemorySegment memory(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    @Override
    public long function(String module, String name) {
        SymbolLookup library = modules.computeIfAbsent(module, _ -> load(Shim.library(module)));
        FunctionDescriptor type = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        functions.add(new Function(name, bind(library, "shim_" + name, type)));
        return functions.size();
    }

    @Override
    public void launch(long function, Grid grid, ByteBuffer arguments) {
        Function kernel = functions.get((int) function - 1);
        int[] numbers = {
            grid.x(),
            grid.y(),
            grid.z(),
            grid.threads(),
            grid.sharedBytes(),
            order == null ? (int) (launches % Order.values().length) : order.ordinal(),
            arguments.remaining() / Launch.SLOT
        };
        MemorySegment.copy(numbers, 0, request, ValueLayout.JAVA_INT, 0, REQUEST);
        launches++;
        if ((int) call(kernel.entry, request, MemorySegment.ofBuffer(arguments), message) != 0) {
            throw new CudaFailure("Kernel " + kernel.name + ", " + message.getString(0));
        }
    }

    private static Object call(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void synchronize() {}

    @Override
    public LaunchGraph graph() {
        return new ShimGraph(this);
    }

    @Override
    public void close() {
        List.copyOf(pieces.keySet()).forEach(this::release);
        arena.close();
    }
}
