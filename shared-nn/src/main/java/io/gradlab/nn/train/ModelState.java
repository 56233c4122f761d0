package io.gradlab.nn.train;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network's parameters and buffers by name, as they are saved with it. */
public final class ModelState {

    private ModelState() {}

    /** Returns the network's own tensors, not copies: they change as training goes on. */
    public static Map<String, Tensor> view(Layer network) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.parameters().forEach(parameter -> tensors.put(parameter.name(), parameter.value()));
        tensors.putAll(network.buffers());
        return tensors;
    }

    /** Returns host copies of the network's tensors. */
    public static Map<String, Tensor> copy(Layer network) {
        Map<String, Tensor> copies = new LinkedHashMap<>();
        view(network).forEach((name, tensor) -> copies.put(name, tensor.copy()));
        return copies;
    }

    /**
     * Overwrites the network's tensors with saved ones.
     *
     * @throws IllegalArgumentException if a tensor is missing, left over, or of another shape; the message names it
     */
    public static void load(Layer network, Map<String, Tensor> saved) {
        Map<String, Tensor> own = view(network);
        for (String name : saved.keySet()) {
            if (!own.containsKey(name)) {
                throw new IllegalArgumentException("The saved model has a tensor " + name
                        + " that this network does not have; was it saved from another network?");
            }
        }
        own.forEach((name, tensor) -> {
            Tensor source = saved.get(name);
            if (source == null) {
                throw new IllegalArgumentException(
                        "The saved model has no tensor " + name + "; was it saved from another network?");
            }
            if (!source.shape().equals(tensor.shape())) {
                throw new IllegalArgumentException("The saved model's " + name + " is " + source.shape()
                        + ", this network's is " + tensor.shape() + "; was it saved from another network?");
            }
        });
        own.forEach((name, tensor) -> tensor.copyFrom(saved.get(name)));
    }
}
