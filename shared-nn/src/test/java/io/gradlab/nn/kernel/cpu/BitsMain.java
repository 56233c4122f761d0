package io.gradlab.nn.kernel.cpu;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Selu;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Runs every kind of kernel a few times and prints one hash of all bits; {@link SameBitsTest} starts it in other JVMs. */
public final class BitsMain {
    private static final Seed SEED = new Seed(42);

    private BitsMain() {}

    /** Prints the backend and the hash, for two arguments: the numbers of threads and of rounds. */
    public static void main(String... arguments) {
        KernelRegistry.useThreads(Integer.parseInt(arguments[0]));
        System.out.println(KernelRegistry.cpu().description());
        System.out.println(hash(Integer.parseInt(arguments[1])));
    }

    /** Returns the hash of one round; later rounds must give the same, although the code is compiled by then. */
    static int hash(int rounds) {
        int hash = round();
        for (int round = 1; round < rounds; round++) {
            if (round() != hash) {
                throw new AssertionError("The bits changed in round " + round);
            }
        }
        return hash;
    }

    private static int round() {
        return Arrays.hashCode(new int[] {products(), images(), wideImages(), training()});
    }

    private static int products() {
        Tensor a = random("a", 37, 301);
        Tensor b = random("b", 301, 75);
        Tensor c = Tensor.zeros(37, 75);
        KernelRegistry.cpu().matmul(MatMul.NN, a, b, c);
        Tensor wide = Tensor.zeros(301, 301);
        KernelRegistry.cpu().matmul(MatMul.TN, a, a, wide);
        return 31 * bits(c) + bits(wide);
    }

    private static int images() {
        return convolution(random("x", 9, 3, 11, 10), 5, WindowGeometry.square(3, 1, 1));
    }

    /** Channels in whole vectors: the paths that turn images round, for kernels with and without Winograd's filters. */
    private static int wideImages() {
        Tensor x = random("wide", 3, 32, 7, 9);
        return Arrays.hashCode(new int[] {
            convolution(x, 64, WindowGeometry.square(3, 1, 1)),
            convolution(x, 64, WindowGeometry.square(5, 1, 2)),
            convolution(x, 32, WindowGeometry.square(1, 1, 0)),
            convolution(x, 32, WindowGeometry.square(3, 2, 1)),
            pooling(x)
        });
    }

    private static int convolution(Tensor x, int outputs, WindowGeometry window) {
        Tensor w = random("w", outputs, x.dim(1), window.kernelHeight(), window.kernelWidth());
        Tensor y = Tensor.zeros(window.output(x.shape(), outputs));
        Tensor sums = Tensor.zeros(outputs);
        KernelRegistry.cpu().conv2d(window, x, w, random("bias", outputs), y);
        Tensor dx = Tensor.zeros(x.shape());
        Tensor dw = Tensor.zeros(w.shape());
        KernelRegistry.cpu().conv2dInputGradient(window, y, w, dx);
        KernelRegistry.cpu().conv2dWeightGradient(window, x, y, dw);
        KernelRegistry.cpu().sumChannels(y, sums);
        return Arrays.hashCode(new int[] {bits(y), bits(dx), bits(dw), bits(sums)});
    }

    private static int pooling(Tensor x) {
        WindowGeometry window = WindowGeometry.square(2, 2, 0);
        int channels = x.dim(1);
        Tensor y = Tensor.zeros(window.output(x.shape(), channels));
        KernelRegistry.cpu().maxPool(window, x, y);
        Tensor dx = Tensor.zeros(x.shape());
        KernelRegistry.cpu().maxPoolGradient(window, x, y, dx);
        Tensor mean = Tensor.zeros(channels);
        Tensor variance = Tensor.zeros(channels);
        Tensor normal = Tensor.zeros(x.shape());
        Tensor gamma = random("gamma", channels);
        KernelRegistry.cpu().batchNorm(x, gamma, random("beta", channels), 1e-5, mean, variance, normal);
        return Arrays.hashCode(new int[] {bits(y), bits(dx), bits(normal), bits(mean), bits(variance)});
    }

    private static int training() {
        Sequential network = new Sequential(List.of(
                new Dense(random("w1", 50, 33), random("b1", 50)),
                new Activation(ActivationKind.SIGMOID),
                new Dense(random("w2", 41, 50), random("b2", 41)),
                new Activation(ActivationKind.TANH),
                new Dropout(0.3),
                new Dense(random("w3", 29, 41), random("b3", 29)),
                new Activation(ActivationKind.RELU),
                new Dense(random("w4", 31, 29), random("b4", 31)),
                new Selu(),
                new Dense(random("w5", 37, 31), random("b5", 37)),
                new LeakyRelu(0.01),
                new Dense(random("w6", 7, 37), random("b6", 7))));
        Adam adam = new Adam(1e-3);
        CrossEntropy loss = new CrossEntropy();
        Tensor inputs = random("inputs", 19, 33);
        Tensor targets = Tensor.zeros(19, 7);
        for (int n = 0; n < 19; n++) {
            targets.data()[n * 7 + n % 7] = 1;
        }
        for (int step = 0; step < 3; step++) {
            Tensor logits = network.forward(inputs, Pass.training(SEED, step));
            network.backward(loss.compute(logits, targets).gradient());
            adam.step(network.parameters(), 0.01);
        }
        return network.parameters().stream()
                .mapToInt(parameter -> bits(parameter.value()))
                .reduce(1, (left, right) -> 31 * left + right);
    }

    private static Tensor random(String name, int... dimensions) {
        return SEED.stream(name).gaussians(Shape.of(dimensions), 0.5);
    }

    private static int bits(Tensor tensor) {
        int hash = 1;
        for (float value : tensor.data()) {
            hash = 31 * hash + Float.floatToIntBits(value);
        }
        return hash;
    }
}
