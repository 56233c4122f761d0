package io.gradlab.lab2.student;

import io.gradlab.course.Lab2;
import io.gradlab.course.NotImplemented;
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
        throw new NotImplemented("2.13");
    }
}
