package io.gradlab.nn.kernel.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.data.Batches;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.MemoryScope;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.Evaluation;
import io.gradlab.nn.train.Feed;
import java.util.List;
import java.util.function.Supplier;

/** The same steps on the host and on the GPU whose kernels are registered. */
final class DeviceTraining {
    private static final Seed SEED = new Seed(3);
    private static final int BATCH = 8;

    /**
     * Most kinds of layers, on pictures of [2, 8, 8]. No batch norm takes a bias away again: its
     * gradient would be rounding alone, which Adam makes as large as any.
     */
    static final String NETWORK = """
            batchnorm, conv 4 3x3 pad 1, relu, maxpool 2, conv 5 3x3, leakyrelu 0.1, avgpool 2, dropout2d 0.1
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

    /** Takes so many steps on both and compares each step's loss, and the loss on all samples afterwards. */
    static void compare(int samples, int steps, double smoothing, Supplier<Optimizer> optimizer, double tolerance) {
        Dataset data = new Stripes(samples);
        double[] here = train(data, steps, smoothing, optimizer.get(), Device.CPU);
        double[] there;
        try (MemoryScope _ = KernelRegistry.get(Device.CUDA).scope()) {
            there = train(data, steps, smoothing, optimizer.get(), Device.CUDA);
        }
        assertThat(there).containsExactly(here, within(tolerance));
        assertThat(here[steps]).isLessThan(here[0]); // it has learnt something
    }

    private static double[] train(Dataset data, int steps, double smoothing, Optimizer optimizer, Device device) {
        Sequential network = NetworkText.parse(NETWORK, data.sampleShape(), Initialization.HE, SEED);
        network.moveTo(device);
        Feed feed = new Feed(network);
        CrossEntropy loss = new CrossEntropy(smoothing);
        Batches batches = Batches.inOrder(data, BATCH, Transform.NONE);
        double[] losses = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            Batch batch = feed.of(batches.get(step % batches.count()));
            LossResult result =
                    loss.compute(network.forward(batch.inputs(), Pass.training(SEED, step)), batch.targets());
            network.backwardParameters(result.gradient());
            optimizer.step(network.parameters(), 0.01);
            losses[step] = result.value();
        }
        losses[steps] =
                Evaluation.of(network, loss, data, BATCH, Transform.NONE).loss();
        return losses;
    }
}
