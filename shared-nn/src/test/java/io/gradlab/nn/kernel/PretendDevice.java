package io.gradlab.nn.kernel;

import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Storage;
import io.gradlab.nn.tensor.Tensor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A device that computes with the host's kernels and keeps its numbers to itself, as a GPU does: whoever reads a tensor of
 * it without copying it first fails. So what runs on it gives the host's bits, or somebody mixed up the two memories.
 */
public final class PretendDevice implements InvocationHandler {
    private final Kernels host = KernelRegistry.cpu();
    private final Deque<Set<Hidden>> scopes = new ArrayDeque<>();
    private int living;
    private int most;
    private int limit = Integer.MAX_VALUE;

    private final class Hidden implements Storage {
        private float @Nullable [] numbers;
        private final int size;

        Hidden(int size) {
            this.numbers = new float[size];
            this.size = size;
        }

        float[] numbers() {
            if (numbers == null) {
                throw new IllegalStateException("used after its memory was given back");
            }
            return numbers;
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
            System.arraycopy(numbers(), 0, target, 0, size);
        }

        @Override
        public void write(float[] source) {
            System.arraycopy(source, 0, numbers(), 0, size);
        }

        @Override
        public void release() {
            if (numbers != null) {
                living--;
                numbers = null;
            }
        }

        @Override
        public boolean released() {
            return numbers == null;
        }
    }

    /** Returns kernels for {@link Device#CUDA} that are this device's. */
    public Kernels kernels() {
        return (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, this);
    }

    /** Returns how many tensors have memory. */
    public int living() {
        return living;
    }

    /** Returns the most tensors that had memory at one time. */
    public int most() {
        return most;
    }

    /** Lets no more than so many tensors have memory at one time. */
    public void limit(int tensors) {
        limit = tensors;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (method.getName()) {
            case "device" -> Device.CUDA;
            case "description" -> "cuda: pretended";
            case "allocate" -> allocate((Shape) given[0]);
            case "scope" -> scope();
            default ->
                method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, given) : compute(method, given);
        };
    }

    private Tensor allocate(Shape shape) {
        if (living >= limit) {
            throw new OutOfDeviceMemory(4L * shape.size(), 0, 1 << 20, 1 << 20);
        }
        Hidden hidden = new Hidden(shape.size());
        living++;
        most = Math.max(most, living);
        if (!scopes.isEmpty()) {
            scopes.element().add(hidden);
        }
        return new Tensor(shape, hidden);
    }

    private MemoryScope scope() {
        Set<Hidden> members = Collections.newSetFromMap(new IdentityHashMap<>());
        scopes.push(members);
        return () -> {
            scopes.remove(members);
            members.forEach(Hidden::release);
        };
    }

    private @Nullable Object compute(Method method, Object[] given) throws Throwable {
        Object[] seen = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            seen[i] = seen(given[i]);
        }
        try {
            return method.invoke(host, seen);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object seen(Object argument) {
        return switch (argument) {
            case Tensor tensor
            when tensor.storage() instanceof Hidden hidden -> Tensor.of(tensor.shape(), hidden.numbers());
            case Tensor tensor ->
                throw new IllegalArgumentException("a host tensor " + tensor.shape() + " was given to the device");
            default -> argument;
        };
    }
}
