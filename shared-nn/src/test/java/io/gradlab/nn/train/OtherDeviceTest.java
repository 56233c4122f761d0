package io.gradlab.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.kernel.PretendDevice;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.AdaptiveAveragePool2d;
import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Scale;
import io.gradlab.nn.layer.Selu;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every engine layer and optimizer on a device whose numbers nobody can read by accident. */
class OtherDeviceTest {
    private static final Dataset DIGITS = SyntheticDigits.digits(new Seed(1), 80);
    private static final Seed SEED = new Seed(4);

    private final PretendDevice device = new PretendDevice();

    @BeforeEach
    void pretend() {
        KernelRegistry.use(device.kernels());
    }

    @AfterEach
    void forget() {
        KernelRegistry.forget(Device.CUDA);
    }

    @Test
    void everyLayerTrainsWithTheHostsBits() {
        assertThat(trained(Device.CUDA, () -> new Sgd(0.9, 1e-3), 0))
                .isEqualTo(trained(Device.CPU, () -> new Sgd(0.9, 1e-3), 0));
        assertThat(trained(Device.CUDA, () -> new Adam(1e-3), 0))
                .isEqualTo(trained(Device.CPU, () -> new Adam(1e-3), 0));
        assertThat(trained(Device.CUDA, Sgd::new, 0)).isEqualTo(trained(Device.CPU, Sgd::new, 0));
    }

    @Test
    void smoothedTargetsAreTheHostsButForRounding() {
        double[] there = numbers(network(Device.CUDA, Sgd::new, 0.2));
        double[] here = numbers(network(Device.CPU, Sgd::new, 0.2));
        assertThat(there).containsExactly(here, within(1e-5));
    }

    @Test
    void aCheckpointGoesOnOnEitherDevice() {
        Trainer whole = trainer(onDevice(new Sequential(layers()), Device.CUDA), new Adam(), 0);
        whole.run(TrainingListener.NONE, () -> false);
        Trainer first = trainer(onDevice(new Sequential(layers()), Device.CUDA), new Adam(), 0);
        int[] batches = new int[1];
        first.run(TrainingListener.NONE, () -> ++batches[0] == 3);
        Checkpoint checkpoint = first.checkpoint();
        Trainer second = trainer(onDevice(new Sequential(layers()), Device.CUDA), new Adam(), 0);
        second.restore(checkpoint);
        second.run(TrainingListener.NONE, () -> false);
        assertThat(bits(second.network())).isEqualTo(bits(whole.network()));
    }

    @Test
    void tenThousandStepsTakeNoMoreMemoryThanTen() {
        try (MemoryScope _ = KernelRegistry.get(Device.CUDA).scope()) {
            Sequential network = new Sequential(List.of(
                    new Flatten(),
                    new Dense(weight("1", 4, 784), Tensor.zeros(4)),
                    new Dropout(0.5),
                    new Selu(),
                    new Dense(weight("2", 10, 4), Tensor.zeros(10))));
            network.moveTo(Device.CUDA);
            TrainingPlan plan = new TrainingPlan(
                    1_200, 9, Schedule.constant(1e-4), SEED, Transform.NONE, Transform.NONE); // the last batch has 8
            Trainer trainer = new Trainer(network, new CrossEntropy(0.1), new Adam(), plan, DIGITS, DIGITS);
            int[] livingAfter = new int[10_000];
            int[] steps = new int[1];
            trainer.run(TrainingListener.NONE, () -> {
                livingAfter[steps[0]++] = device.living();
                return steps[0] == livingAfter.length;
            });
            assertThat(livingAfter[9_999]).isPositive().isEqualTo(livingAfter[19]); // one evaluation is behind it then
        }
        assertThat(device.living()).isZero();
    }

    private static List<Integer> trained(Device device, Supplier<Optimizer> optimizer, double smoothing) {
        return bits(network(device, optimizer, smoothing));
    }

    private static Sequential network(Device device, Supplier<Optimizer> optimizer, double smoothing) {
        Sequential network = onDevice(new Sequential(layers()), device);
        trainer(network, optimizer.get(), smoothing).run(TrainingListener.NONE, () -> false);
        return network;
    }

    private static Sequential onDevice(Sequential network, Device device) {
        network.moveTo(device);
        return network;
    }

    private static Trainer trainer(Layer network, Optimizer optimizer, double smoothing) {
        TrainingPlan plan = new TrainingPlan(2, 32, Schedule.constant(0.01), SEED, Transform.NONE, Transform.NONE);
        return new Trainer(network, new CrossEntropy(smoothing), optimizer, plan, DIGITS, DIGITS);
    }

    private static List<Layer> layers() {
        return List.of(
                new Conv2d(weight("1", 4, 1, 3, 3), Tensor.zeros(4), 1, 1),
                new BatchNorm2d(4),
                new Activation(ActivationKind.RELU),
                new MaxPool2d(WindowGeometry.square(2, 2, 0)),
                new Conv2d(weight("2", 5, 4, 3, 3), Tensor.zeros(5), 2, 0),
                new Selu(),
                new AveragePool2d(WindowGeometry.square(2, 1, 0)),
                Dropout.ofChannels(0.2),
                new LeakyRelu(0.1),
                new AdaptiveAveragePool2d(3, 3),
                new Flatten(),
                new Dense(weight("3", 12, 45), Tensor.zeros(12)),
                new Activation(ActivationKind.TANH),
                new Dropout(0.2),
                new Dense(weight("4", 10, 12), Tensor.zeros(10)),
                new Scale(0.5));
    }

    private static Tensor weight(String name, int... dimensions) {
        return Initialization.HE.weight(Shape.of(dimensions), SEED.stream(name));
    }

    private static List<Integer> bits(Layer network) {
        return ModelState.copy(network).values().stream()
                .flatMap(tensor -> {
                    float[] data = tensor.data();
                    return IntStream.range(0, data.length).mapToObj(i -> Float.floatToIntBits(data[i]));
                })
                .toList();
    }

    private static double[] numbers(Sequential network) {
        Map<String, Tensor> tensors = ModelState.copy(network);
        return tensors.values().stream()
                .flatMapToDouble(tensor -> {
                    float[] data = tensor.data();
                    return IntStream.range(0, data.length).mapToDouble(i -> data[i]);
                })
                .toArray();
    }
}
