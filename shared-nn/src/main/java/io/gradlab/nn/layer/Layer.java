package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A differentiable function of a batch, with parameters of its own.
 *
 * <p>Arguments are read only. A result is valid until the layer's next {@code forward}, so a layer may reuse its memory.
 * {@code backward} belongs to the latest {@code forward}. The loss's gradient already contains 1/N; layers never divide
 * by N.
 */
public interface Layer {

    /**
     * Computes the output of a batch.
     *
     * @param input {@code [N, ...]}
     * @return {@code [N, ...]}, of {@link #outputShape}
     * @throws ShapeMismatch if the layer cannot take such an input
     */
    Tensor forward(Tensor input, Pass pass);

    /**
     * Computes the gradients of the loss from its gradient with respect to the latest output: overwrites the parameters'
     * gradients and returns the gradient with respect to the latest input.
     *
     * @param outputGradient of the latest output's shape
     * @return of the latest input's shape
     */
    Tensor backward(Tensor outputGradient);

    /** Does what {@link #backward} does, where nobody needs the input's gradient: in a network's first layer. */
    default void backwardParameters(Tensor outputGradient) {
        backward(outputGradient);
    }

    /** Returns the parameters, always the same objects in the same order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** Returns the tensors that are saved with the model but not trained, such as running statistics. */
    default Map<String, Tensor> buffers() {
        return Map.of();
    }

    /** Returns where inputs are to be: with the parameters, or on the host if there are none. */
    default Device device() {
        List<Parameter> parameters = parameters();
        return parameters.isEmpty() ? Device.CPU : parameters.getFirst().value().device();
    }

    /**
     * Moves the parameters and the buffers to a device, where inputs are to be from then on; a backward pass needs a new
     * forward pass before it. Layers with tensors of their own besides their parameters override this.
     */
    default void moveTo(Device device) {
        parameters().forEach(parameter -> parameter.moveTo(device));
    }

    /**
     * Returns the output's shape for an input's shape, both with their batch dimension.
     *
     * @throws ShapeMismatch if the layer cannot take such an input
     */
    Shape outputShape(Shape input);
}
