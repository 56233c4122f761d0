package io.gradlab.nn.kernel.benchmark;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.MatMul;
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

/** Matrix products of the workloads' sizes, M × N × K, in the three forms that training needs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatmulBenchmark {
    @Param({"32x256x784", "32x128x256", "100x1024x3136", "512x512x512", "1024x1024x1024"})
    String size = "";

    @Param({"NN", "NT", "TN"})
    String form = "";

    private final Kernels kernels = Numbers.kernels();
    private MatMul product = MatMul.NN;
    private Tensor a = Tensor.zeros(1);
    private Tensor b = Tensor.zeros(1);
    private Tensor c = Tensor.zeros(1);

    @Setup
    public void prepare() {
        int[] mnk = Numbers.sizes(size);
        product = new MatMul(form.charAt(0) == 'T', form.charAt(1) == 'T', false);
        a = product.transposeA() ? Numbers.random("a", mnk[2], mnk[0]) : Numbers.random("a", mnk[0], mnk[2]);
        b = product.transposeB() ? Numbers.random("b", mnk[1], mnk[2]) : Numbers.random("b", mnk[2], mnk[1]);
        c = Tensor.zeros(mnk[0], mnk[1]);
    }

    @Benchmark
    public Tensor multiply() {
        kernels.matmul(product, a, b, c);
        return c;
    }
}
