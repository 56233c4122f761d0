package io.gradlab.cli.bench;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Feed;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Training steps, or forward passes, of a network on random images; its memory is taken when it is prepared. */
final class NetworkWorkload implements Workload {
    private static final Seed SEED = new Seed(1);

    private static final double WARM_UP_SECONDS = 8; // some loops run only once in a step, and are compiled late

    private final String name;
    private final String description;
    private final String text;
    private final Shape sample;
    private final int batch;
    private final double flopsAnImage; // 2 × MACs, backward twice that, no input gradient in the first layer
    private final @Nullable Supplier<Optimizer> optimizers; // none: forward passes in evaluation mode
    private final double learningRate;
    private Runnable step = () -> {};

    private NetworkWorkload(
            String name,
            String description,
            String text,
            Shape sample,
            int batch,
            double flopsAnImage,
            @Nullable Supplier<Optimizer> optimizers,
            double learningRate) {
        this.name = name;
        this.description = description;
        this.text = text;
        this.sample = sample;
        this.batch = batch;
        this.flopsAnImage = flopsAnImage;
        this.optimizers = optimizers;
        this.learningRate = learningRate;
    }

    static NetworkWorkload training(
            String name,
            String text,
            Shape sample,
            int batch,
            double flopsAnImage,
            Supplier<Optimizer> optimizers,
            double learningRate) {
        String description = "training steps of " + batch + " images " + sample;
        return new NetworkWorkload(name, description, text, sample, batch, flopsAnImage, optimizers, learningRate);
    }

    static NetworkWorkload forward(String name, String text, Shape sample, int batch, double flopsAnImage) {
        String description = "forward passes of " + batch + " images " + sample;
        return new NetworkWorkload(name, description, text, sample, batch, flopsAnImage, null, 0);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void prepare() {
        Sequential network = NetworkText.parse(text, sample, Initialization.HE, SEED);
        network.moveTo(Place.device());
        Feed feed = new Feed(network);
        Tensor inputs = SEED.stream("inputs").uniforms(sample.prepend(batch), 0, 1);
        if (optimizers == null) {
            step = () -> network.forward(feed.inputs(inputs), Pass.evaluation());
            return;
        }
        Optimizer optimizer = optimizers.get();
        CrossEntropy loss = new CrossEntropy();
        int classes = network.outputShape(inputs.shape()).dim(1);
        Tensor targets = Tensor.zeros(batch, classes);
        for (int n = 0; n < batch; n++) {
            targets.data()[n * classes + n % classes] = 1;
        }
        Batch batchOfAll = new Batch(inputs, targets, new int[batch]);
        step = new Runnable() {
            private long number;

            @Override
            public void run() {
                Batch images = feed.of(batchOfAll); // a training's batches go up, too
                Tensor logits = network.forward(images.inputs(), Pass.training(SEED, number++));
                network.backwardParameters(
                        loss.compute(logits, images.targets()).gradient());
                optimizer.step(network.parameters(), learningRate);
            }
        };
    }

    @Override
    public void step() {
        step.run();
    }

    @Override
    public double warmUpSeconds() {
        return WARM_UP_SECONDS;
    }

    @Override
    public double flops() {
        return flopsAnImage * batch;
    }

    @Override
    public double value(double seconds) {
        return batch / seconds;
    }

    @Override
    public String unit() {
        return "images/s";
    }
}
