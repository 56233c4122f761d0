package io.gradlab.nn.kernel.benchmark;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The convolution layers of the workloads: batch × channels × maps × size × kernel. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ConvolutionBenchmark {
    @Param({
        "100x1x32x28x5", "100x32x64x14x5",
        "64x3x32x32x3", "64x32x64x32x3", "64x64x128x16x3", "64x128x128x16x3", "64x128x256x8x3", "64x256x256x8x3",
        "8x3x64x224x3", "8x64x64x224x3", "8x256x256x56x3", "8x512x512x14x3"
    })
    String layer = "";

    private final Kernels kernels = Numbers.kernels();
    private WindowGeometry window = WindowGeometry.square(1, 1, 0);
    private Tensor x = Tensor.zeros(1);
    private Tensor w = Tensor.zeros(1);
    private Tensor bias = Tensor.zeros(1);
    private Tensor y = Tensor.zeros(1);

    @Setup
    public void prepare() {
        int[] sizes = Numbers.sizes(layer);
        window = WindowGeometry.square(sizes[4], 1, sizes[4] / 2);
        x = Numbers.random("x", sizes[0], sizes[1], sizes[3], sizes[3]);
        w = Numbers.random("w", sizes[2], sizes[1], sizes[4], sizes[4]);
        bias = Numbers.random("bias", sizes[2]);
        y = Numbers.random("y", sizes[0], sizes[2], sizes[3], sizes[3]);
    }

    @Benchmark
    public Tensor forward() {
        kernels.conv2d(window, x, w, bias, y);
        return y;
    }

    @Benchmark
    public Tensor inputGradient() {
        kernels.conv2dInputGradient(window, y, w, x);
        return x;
    }

    @Benchmark
    public Tensor weightGradient() {
        kernels.conv2dWeightGradient(window, x, y, w);
        return w;
    }
}
