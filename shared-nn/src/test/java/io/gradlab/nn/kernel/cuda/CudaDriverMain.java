package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.DeviceUnavailable;
import io.gradlab.nn.kernel.KernelOptions;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.kernel.OutOfDeviceMemory;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/** What {@link CudaDriverTest} runs where CUDA is pretended. */
final class CudaDriverMain {
    private CudaDriverMain() {}

    public static void main(String[] arguments) {
        CudaKernels kernels;
        try {
            kernels = (CudaKernels) new CudaProvider()
                    .create(new KernelOptions(
                            1, arguments.length == 0 ? Precision.FP32 : Precision.valueOf(arguments[0])));
        } catch (DeviceUnavailable why) {
            System.out.println("unavailable: " + why.getMessage());
            return;
        }
        System.out.println(kernels.description());
        try (MemoryScope _ = kernels.scope()) {
            work(kernels);
            copies(kernels);
            graphs(kernels);
            memory(kernels);
        }
        System.out.println("in tensors at the end: " + kernels.stream().memory().used());
        kernels.close();
    }

    private static void work(CudaKernels kernels) {
        Tensor x = kernels.copyOf(Tensor.vector(-2, -1, 0, 1, 2));
        kernels.leakyRelu(0.5, x, x);
        System.out.println("leaky " + Arrays.toString(x.toHost().data()));
    }

    /** More numbers than the staging memory holds, up and down. */
    private static void copies(CudaKernels kernels) {
        Tensor many = Tensor.zeros(20_000_003);
        for (int i = 0; i < many.size(); i++) {
            many.data()[i] = i % 8191;
        }
        Tensor there = kernels.copyOf(many);
        System.out.println("copied " + Arrays.equals(many.data(), there.toHost().data()));
        there.storage().release();
    }

    /** The same section again and again, with a number that changes, then another section. */
    private static void graphs(CudaKernels kernels) {
        Tensor x = kernels.allocate(Shape.of(3));
        for (int step = 1; step <= 6; step++) {
            x.copyFrom(Tensor.vector(-1, -2, 3));
            for (int i = 0; i < 5; i++) {
                kernels.leakyRelu(step, x, x);
            }
            if (step == 6) {
                kernels.leakyRelu(0, x, x);
            }
            System.out.println("step " + step + " " + Arrays.toString(x.toHost().data()) + ", graphs "
                    + kernels.stream().replay().graphs());
        }
    }

    private static void memory(CudaKernels kernels) {
        try {
            kernels.allocate(Shape.of(1 << 29)); // 2 GB
            System.out.println("got it");
        } catch (OutOfDeviceMemory spent) {
            System.out.println(spent.getMessage());
        }
    }
}
