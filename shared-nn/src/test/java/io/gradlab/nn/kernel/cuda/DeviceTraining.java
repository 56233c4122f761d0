package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import io.gradlab.nn.train.TrainingEnd;
import io.gradlab.nn.train.TrainingListener;
import io.gradlab.nn.train.TrainingPlan;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The same training on the host and on the GPU whose kernels are registered, epoch by epoch. */
final class DeviceTraining {
    private static final Seed SEED = new Seed(3);

    /** Every kind of layer that the text knows, on pictures of [2, 8, 8]. */
    static final String NETWORK = """
            conv 4 3x3 pad 1, batchnorm, relu, maxpool 2, conv 5 3x3, leakyrelu 0.1, avgpool 2, dropout2d 0.1
            flatten, dense 12, selu, dropout 0.2, dense 3, scale 0.5""";

    private DeviceTraining() {}

    /** Pictures of three kinds, a stripe each, in noise. */
    private record Stripes(int size) implements Dataset {
        @Override
        public Shape sampleShape() {
            return Shape.of(2, 8, 8);
        }

        @Override
        public List<String> classNames() {
            return List.of("up", "across", "none");
        }

        @Override
        public int label(int sample) {
            return sample % 3;
        }

        @Override
        public void read(int sample, float[] target, int offset) {
            RandomStream random = SEED.stream("stripes", sample);
            int place = random.below(1000, 8);
            for (int i = 0; i < 128; i++) {
                boolean on = label(sample) == 0 && i % 8 == place || label(sample) == 1 && i / 8 % 8 == place;
                target[offset + i] = 0.5f * random.uniform(i) + (on ? 1 : 0);
            }
        }
    }

    /** Trains on both and compares each epoch's losses and accuracies. */
    static void compare(int samples, int epochs, double smoothing, Supplier<Optimizer> optimizer, double tolerance) {
        Dataset data = new Stripes(samples);
        List<History.Epoch> here = train(data, epochs, smoothing, optimizer.get(), Device.CPU);
        List<History.Epoch> there;
        try (MemoryScope _ = KernelRegistry.get(Device.CUDA).scope()) {
            there = train(data, epochs, smoothing, optimizer.get(), Device.CUDA);
        }
        assertThat(there).hasSameSizeAs(here);
        IntStream.range(0, here.size()).forEach(i -> {
            assertThat(there.get(i).trainLoss()).isCloseTo(here.get(i).trainLoss(), within(tolerance));
            assertThat(there.get(i).validationLoss()).isCloseTo(here.get(i).validationLoss(), within(tolerance));
        });
    }

    private static List<History.Epoch> train(
            Dataset data, int epochs, double smoothing, Optimizer optimizer, Device device) {
        Sequential network = NetworkText.parse(NETWORK, data.sampleShape(), Initialization.HE, SEED);
        network.moveTo(device);
        TrainingPlan plan = new TrainingPlan(epochs, 8, Schedule.constant(0.01), SEED, Transform.NONE, Transform.NONE);
        Trainer trainer = new Trainer(network, new CrossEntropy(smoothing), optimizer, plan, data, data);
        assertThat(trainer.run(TrainingListener.NONE, () -> false)).isInstanceOf(TrainingEnd.Finished.class);
        return trainer.history().epochs();
    }
}
