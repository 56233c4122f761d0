package io.gradlab.cli.bench;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Training steps of the network 784-256-128-64-10 with ReLU, SGD 0.1, batch 32, on random images. */
final class MlpTrainWorkload implements Workload {
    private static final int[] UNITS = {784, 256, 128, 64, 10};
    private static final int BATCH = 32;
    private static final int STEPS = 100; // a step of the measurement, so that a batch's time is well above the clock's
    private static final double MFLOP_AN_IMAGE =
            1.052; // 2 × MACs, backward twice, no input gradient in the first layer

    private final Seed seed = new Seed(1);
    private final Sequential network = network();
    private final CrossEntropy loss = new CrossEntropy();
    private final Sgd optimizer = new Sgd();
    private final Tensor inputs = seed.stream("inputs").uniforms(Shape.of(BATCH, UNITS[0]), 0, 1);
    private final Tensor targets = Tensor.zeros(BATCH, 10);
    private long step;

    @Override
    public String name() {
        return "mlp-train";
    }

    @Override
    public String description() {
        return "training 784-256-128-64-10, ReLU, SGD, batch 32";
    }

    @Override
    public void prepare() {
        for (int n = 0; n < BATCH; n++) {
            targets.data()[n * 10 + n % 10] = 1;
        }
    }

    @Override
    public void step() {
        for (int i = 0; i < STEPS; i++) {
            Tensor logits = network.forward(inputs, Pass.training(seed, step++));
            network.backwardParameters(loss.compute(logits, targets).gradient());
            optimizer.step(network.parameters(), 0.1);
        }
    }

    @Override
    public double flops() {
        return MFLOP_AN_IMAGE * 1e6 * BATCH * STEPS;
    }

    @Override
    public double value(double seconds) {
        return BATCH * STEPS / seconds;
    }

    @Override
    public String unit() {
        return "images/s";
    }

    private Sequential network() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < UNITS.length; i++) {
            Shape shape = Shape.of(UNITS[i], UNITS[i - 1]);
            layers.add(new Dense(Initialization.HE.weight(shape, seed.stream("weight " + i)), Tensor.zeros(UNITS[i])));
            if (i < UNITS.length - 1) {
                layers.add(new Activation(ActivationKind.RELU));
            }
        }
        return new Sequential(layers);
    }
}
