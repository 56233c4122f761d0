package io.gradlab.nn.kernel.cuda;

import static io.gradlab.nn.kernel.cuda.CudaDriver.check;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import jcuda.Pointer;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/**
 * Memory of the host that the GPU reads and writes by itself, pinned: copies through it neither wait for the work before
 * them nor hold up the host. Uploads go round it; when they come back to its beginning, they wait for the copies under way.
 */
final class Staging implements AutoCloseable {
    private static final int NUMBERS = 8 << 20; // 32 MB

    private final CUstream stream;
    private final Pointer memory = new Pointer();
    private final FloatBuffer numbers;
    private int next; // where the next upload may begin

    Staging(CUstream stream) {
        this.stream = stream;
        check("cuMemAllocHost", JCudaDriver.cuMemAllocHost(memory, 4L * NUMBERS));
        ByteBuffer bytes = memory.getByteBuffer(0, 4L * NUMBERS);
        this.numbers = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    void upload(float[] source, int count, long target) {
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, NUMBERS);
            if (next + part > NUMBERS) {
                synchronize();
                next = 0;
            }
            numbers.put(next, source, done, part);
            check(
                    "cuMemcpyHtoDAsync",
                    JCudaDriver.cuMemcpyHtoDAsync(
                            Address.of(target + 4L * done), memory.withByteOffset(4L * next), 4L * part, stream));
            next += part;
            done += part;
        }
    }

    void download(long source, float[] target, int count) {
        synchronize(); // uploads read this memory
        next = 0;
        for (int done = 0; done < count; ) {
            int part = Math.min(count - done, NUMBERS);
            check(
                    "cuMemcpyDtoHAsync",
                    JCudaDriver.cuMemcpyDtoHAsync(memory, Address.of(source + 4L * done), 4L * part, stream));
            synchronize();
            numbers.get(0, target, done, part);
            done += part;
        }
    }

    private void synchronize() {
        check("cuStreamSynchronize", JCudaDriver.cuStreamSynchronize(stream));
    }

    @Override
    public void close() {
        check("cuMemFreeHost", JCudaDriver.cuMemFreeHost(memory));
    }
}
