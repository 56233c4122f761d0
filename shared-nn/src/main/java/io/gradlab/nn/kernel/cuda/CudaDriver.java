package io.gradlab.nn.kernel.cuda;

import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR;
import static jcuda.driver.CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT;
import static jcuda.driver.CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;

import io.gradlab.nn.kernel.DeviceUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A real GPU, by CUDA's driver interface through JCuda: the first device, its primary context, one stream. */
final class CudaDriver implements Driver {
    private static final int NAME_BYTES = 256;
    private static final int USUAL_SHARED_BYTES = 48 << 10; // a kernel that wants more has to say so

    private final CUdevice device;
    private final CUcontext context;
    private final CUstream stream = new CUstream();
    private final DeviceFacts facts;
    private final Map<Long, CUdeviceptr> blocks = new HashMap<>(); // all that was allocated, by address
    private final List<CUfunction> functions = new ArrayList<>(); // a handle is an index plus one
    private final Map<Long, Integer> sharedBytes = new HashMap<>(); // allowed, by function
    private final Modules modules = new Modules();
    private final KernelArguments arguments = new KernelArguments();
    private final Staging staging;
    private Thread user;

    private CudaDriver(CUdevice device, CUcontext context, DeviceFacts facts) {
        this.device = device;
        this.context = context;
        this.facts = facts;
        this.user = Thread.currentThread();
        check("cuStreamCreate", JCudaDriver.cuStreamCreate(stream, 0));
        this.staging = new Staging(stream);
    }

    /**
     * Opens the first GPU.
     *
     * @throws DeviceUnavailable if there is none, or it is not to be had
     * @throws LinkageError if a native library is missing or does not fit
     */
    static CudaDriver open() {
        NativeLibrary.load();
        refuse(JCudaDriver.cuInit(0));
        int[] number = new int[1];
        refuse(JCudaDriver.cuDeviceGetCount(number));
        if (number[0] == 0) {
            refuse(CUresult.CUDA_ERROR_NO_DEVICE);
        }
        CUdevice device = new CUdevice();
        refuse(JCudaDriver.cuDeviceGet(device, 0));
        CUcontext context = new CUcontext();
        refuse(JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        refuse(JCudaDriver.cuCtxSetCurrent(context));
        return new CudaDriver(device, context, facts(device));
    }

    private static DeviceFacts facts(CUdevice device) {
        byte[] name = new byte[NAME_BYTES];
        check("cuDeviceGetName", JCudaDriver.cuDeviceGetName(name, name.length, device));
        int length = 0;
        while (length < name.length && name[length] != 0) {
            length++;
        }
        long[] memory = new long[1];
        check("cuDeviceTotalMem", JCudaDriver.cuDeviceTotalMem(memory, device));
        int[] version = new int[1];
        check("cuDriverGetVersion", JCudaDriver.cuDriverGetVersion(version));
        int capability = 10 * attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, device)
                + attribute(CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, device);
        return new DeviceFacts(
                new String(name, 0, length, StandardCharsets.UTF_8),
                capability,
                attribute(CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, device),
                memory[0],
                version[0]);
    }

    private static int attribute(int attribute, CUdevice device) {
        int[] value = new int[1];
        check("cuDeviceGetAttribute", JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
    }

    /** Explains why a GPU cannot be opened, if it cannot. */
    private static void refuse(int result) {
        if (result != CUresult.CUDA_SUCCESS) {
            throw new DeviceUnavailable(Refusal.explain(CUresult.stringFor(result)));
        }
    }

    static void check(String call, int result) {
        if (result != CUresult.CUDA_SUCCESS) {
            throw new CudaFailure(call + " failed with " + CUresult.stringFor(result)
                    + "; nothing on the GPU can be trusted after that, so start again (--resume goes on)");
        }
    }

    /** A context belongs to the thread that it was made current in, one at a time. */
    private void bind() {
        if (Thread.currentThread() != user) {
            user = Thread.currentThread();
            check("cuCtxSetCurrent", JCudaDriver.cuCtxSetCurrent(context));
        }
    }

    @Override
    public DeviceFacts facts() {
        return facts;
    }

    @Override
    public long freeBytes() {
        bind();
        long[] free = new long[1];
        check("cuMemGetInfo", JCudaDriver.cuMemGetInfo(free, new long[1]));
        return free[0];
    }

    @Override
    public long allocate(long bytes) {
        bind();
        Address block = new Address();
        int result = JCudaDriver.cuMemAlloc(block, bytes);
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            return 0;
        }
        check("cuMemAlloc", result);
        blocks.put(block.value(), block);
        return block.value();
    }

    @Override
    public void release(long address) {
        synchronize();
        CUdeviceptr block = blocks.remove(address);
        if (block == null) {
            throw new IllegalArgumentException("No block of memory begins at " + Long.toHexString(address));
        }
        check("cuMemFree", JCudaDriver.cuMemFree(block));
    }

    @Override
    public void upload(float[] source, int count, long target) {
        bind();
        staging.upload(source, count, target);
    }

    @Override
    public void download(long source, float[] target, int count) {
        bind();
        staging.download(source, target, count);
    }

    @Override
    public void copy(long source, long target, long bytes) {
        bind();
        check(
                "cuMemcpyDtoDAsync",
                JCudaDriver.cuMemcpyDtoDAsync(Address.of(target), Address.of(source), bytes, stream));
    }

    @Override
    public long function(String module, String name) {
        bind();
        functions.add(modules.function(module, name));
        return functions.size();
    }

    /** Returns a kernel that may have as much shared memory as the grid gives it. */
    private CUfunction function(long handle, Grid grid) {
        CUfunction function = functions.get((int) handle - 1);
        if (grid.sharedBytes() > USUAL_SHARED_BYTES && grid.sharedBytes() > sharedBytes.getOrDefault(handle, 0)) {
            check(
                    "cuFuncSetAttribute",
                    JCudaDriver.cuFuncSetAttribute(
                            function, CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, grid.sharedBytes()));
            sharedBytes.put(handle, grid.sharedBytes());
        }
        return function;
    }

    @Override
    public void launch(long function, Grid grid, ByteBuffer slots) {
        bind();
        check(
                "cuLaunchKernel",
                JCudaDriver.cuLaunchKernel(
                        function(function, grid),
                        grid.x(),
                        grid.y(),
                        grid.z(),
                        grid.threads(),
                        1,
                        1,
                        grid.sharedBytes(),
                        stream,
                        arguments.of(slots),
                        null));
    }

    @Override
    public void synchronize() {
        bind();
        check("cuStreamSynchronize", JCudaDriver.cuStreamSynchronize(stream));
    }

    @Override
    public LaunchGraph graph() {
        bind();
        return new CudaGraph(stream, this::function, arguments);
    }

    @Override
    public void close() {
        synchronize();
        List.copyOf(blocks.keySet()).forEach(this::release);
        staging.close();
        check("cuStreamDestroy", JCudaDriver.cuStreamDestroy(stream));
        check("cuDevicePrimaryCtxRelease", JCudaDriver.cuDevicePrimaryCtxRelease(device));
    }
}
