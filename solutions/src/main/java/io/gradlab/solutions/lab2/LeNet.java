package io.gradlab.solutions.lab2;

import io.gradlab.course.Lab2;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Task 2.13: LeNet (LeCun et al., 1998), with ReLU and max pooling as today.
 *
 * <p>In this order: {@code conv1}, ReLU, max pooling 2×2, {@code conv2}, ReLU, max pooling 2×2, flatten, {@code fc1},
 * ReLU, {@code fc2}, ReLU, {@code fc3}. Convolutions have stride 1 and no padding, pools stride 2. Nothing comes after
 * {@code fc3}: its output are the logits.
 */
public final class LeNet {

    /**
     * Builds the network as a {@link Sequential} of named layers; layers with parameters have the names above, so that
     * their parameters are called {@code conv1.weight} and so on.
     *
     * @param parameters what {@code conv1.weight}, {@code conv1.bias}, … start from
     * @param parts gives convolution, max pooling and flatten; {@link Dense} and {@link Activation} are the engine's
     */
    public Layer build(Map<String, Tensor> parameters, Lab2 parts) {
        LinkedHashMap<String, Layer> layers = new LinkedHashMap<>();
        // BEGIN SOLUTION 2.13
        layers.put("conv1", parts.convolution(parameters.get("conv1.weight"), parameters.get("conv1.bias"), 1, 0));
        layers.put("relu1", new Activation(ActivationKind.RELU));
        layers.put("pool1", parts.maxPool(2, 2));
        layers.put("conv2", parts.convolution(parameters.get("conv2.weight"), parameters.get("conv2.bias"), 1, 0));
        layers.put("relu2", new Activation(ActivationKind.RELU));
        layers.put("pool2", parts.maxPool(2, 2));
        layers.put("flatten", parts.flatten());
        layers.put("fc1", new Dense(parameters.get("fc1.weight"), parameters.get("fc1.bias")));
        layers.put("relu3", new Activation(ActivationKind.RELU));
        layers.put("fc2", new Dense(parameters.get("fc2.weight"), parameters.get("fc2.bias")));
        layers.put("relu4", new Activation(ActivationKind.RELU));
        layers.put("fc3", new Dense(parameters.get("fc3.weight"), parameters.get("fc3.bias")));
        return new Sequential(layers);
        // END SOLUTION
    }
}
