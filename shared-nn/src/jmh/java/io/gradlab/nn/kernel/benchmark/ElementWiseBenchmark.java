package io.gradlab.nn.kernel.benchmark;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
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

/** Passes over arrays that fit into a cache, and over arrays that do not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ElementWiseBenchmark {
    private static final AdamStep ADAM = AdamStep.at(1, 1e-3, 0.9, 0.999, 1e-8, 0);
    private static final RandomStream RANDOM = new Seed(1).stream("dropout");

    @Param({"65536", "8388608"})
    int size;

    private final Kernels kernels = Numbers.kernels();
    private Tensor x = Tensor.zeros(1);
    private Tensor y = Tensor.zeros(1);
    private Tensor first = Tensor.zeros(1);
    private Tensor second = Tensor.zeros(1);

    @Setup
    public void prepare() {
        x = Numbers.random("x", size / 64, 64);
        y = Numbers.random("y", size / 64, 64);
        first = Tensor.zeros(size / 64, 64);
        second = Tensor.zeros(size / 64, 64);
    }

    @Benchmark
    public Tensor relu() {
        kernels.activate(ActivationKind.RELU, x, y);
        return y;
    }

    @Benchmark
    public Tensor sigmoid() {
        kernels.activate(ActivationKind.SIGMOID, x, y);
        return y;
    }

    @Benchmark
    public Tensor tanh() {
        kernels.activate(ActivationKind.TANH, x, y);
        return y;
    }

    @Benchmark
    public Tensor softmax() {
        kernels.softmax(x, y);
        return y;
    }

    @Benchmark
    public Tensor dropout() {
        kernels.dropout(RANDOM, 0.5, 1, x, y);
        return y;
    }

    @Benchmark
    public Tensor adam() {
        kernels.adam(ADAM, y, x, first, second);
        return y;
    }
}
