package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.Update;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Storage;
import io.gradlab.nn.tensor.Tensor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Kernels for tensors on the host that are computed on a device: each argument is copied there, the call made, and the
 * results copied back. Every tensor gets memory of exactly its size, so that an access behind its end is seen.
 */
final class OnDevice {
    private final CudaKernels kernels;
    private final Driver driver;

    private OnDevice(CudaKernels kernels) {
        this.kernels = kernels;
        this.driver = kernels.stream().driver();
    }

    static Kernels of(CudaKernels kernels) {
        OnDevice device = new OnDevice(kernels);
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(),
                new Class<?>[] {Kernels.class},
                (_, method, arguments) -> device.call(method, arguments == null ? new Object[0] : arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        Map<Storage, Copy> copies = new IdentityHashMap<>();
        try {
            Object[] there = Arrays.stream(arguments)
                    .map(argument -> there(argument, copies))
                    .toArray();
            Object result = method.invoke(kernels, there);
            copies.values().forEach(copy -> copy.host.copyFrom(copy.device));
            return result instanceof Tensor tensor ? fetched(tensor) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            copies.values().forEach(copy -> driver.release(copy.address));
        }
    }

    private Object there(Object argument, Map<Storage, Copy> copies) {
        return switch (argument) {
            case Tensor tensor -> copied(tensor, copies);
            case List<?> list ->
                list.stream().map(element -> there(element, copies)).toList();
            case Update update ->
                new Update(
                        copied(update.value(), copies),
                        copied(update.gradient(), copies),
                        update.moments().stream()
                                .map(moment -> copied(moment, copies))
                                .toList(),
                        update.decayed());
            default -> argument;
        };
    }

    private record Copy(Tensor host, Tensor device, long address) {}

    /** Returns a tensor's copy on the device, the same for tensors that share their numbers. */
    private Tensor copied(Tensor host, Map<Storage, Copy> copies) {
        Copy copy = copies.computeIfAbsent(host.storage(), _ -> {
            long address = driver.allocate(Math.max(1, host.size()) * 4L);
            Tensor device =
                    new Tensor(Shape.of(host.size()), new DeviceStorage(kernels.stream(), address, host.size()));
            device.copyFrom(host);
            return new Copy(host, device, address);
        });
        return copy.device.reshape(host.shape());
    }

    private static Tensor fetched(Tensor device) {
        Tensor host = device.toHost();
        device.storage().release();
        return host;
    }
}
