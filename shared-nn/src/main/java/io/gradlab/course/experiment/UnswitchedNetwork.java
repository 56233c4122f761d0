package io.gradlab.course.experiment;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * A network that is always in training mode, as in a program that forgets to switch: dropout drops, batch norm uses the
 * batch's statistics, and its running ones move.
 */
public final class UnswitchedNetwork implements Layer {
    private final Layer network;
    private final Seed seed;
    private long step;

    /** Wraps a network; dropout's chance comes from the seed. */
    public UnswitchedNetwork(Layer network, Seed seed) {
        this.network = network;
        this.seed = seed;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        return network.forward(input, Pass.training(seed, step++));
    }

    @Override
    public Device device() {
        return network.device();
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return network.backward(outputGradient);
    }

    @Override
    public Shape outputShape(Shape input) {
        return network.outputShape(input);
    }
}
