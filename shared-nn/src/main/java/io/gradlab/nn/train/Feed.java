package io.gradlab.nn.train;

import io.gradlab.nn.data.Batch;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Workspace;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;

/** Brings batches from the host, where data are read, to where a network is. A batch is valid until the next one. */
public final class Feed implements AutoCloseable {
    private final Layer network;
    private final Workspace inputs = new Workspace();
    private final Workspace targets = new Workspace();

    /** Creates a feed for a network, wherever it may move. */
    public Feed(Layer network) {
        this.network = network;
    }

    /** Returns the same batch, inputs and targets on the network's device. */
    public Batch of(Batch batch) {
        Device device = network.device();
        return device == Device.CPU
                ? batch
                : new Batch(
                        moved(inputs, batch.inputs(), device), moved(targets, batch.targets(), device), batch.labels());
    }

    /** Returns the same inputs, {@code [N, ...]}, on the network's device. */
    public Tensor inputs(Tensor batch) {
        Device device = network.device();
        return device == batch.device() ? batch : moved(inputs, batch, device);
    }

    /** Gives the batches' memory back; a feed may be used again all the same. */
    @Override
    public void close() {
        inputs.release();
        targets.release();
    }

    private static Tensor moved(Workspace space, Tensor tensor, Device device) {
        Tensor there = space.get(device, tensor.shape());
        there.copyFrom(tensor);
        return there;
    }
}
