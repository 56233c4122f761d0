package io.gradlab.course.core;

import io.gradlab.course.Lab2;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** LeNet of a contract's parts. */
final class CoreLeNet {

    private CoreLeNet() {}

    static Layer of(Map<String, Tensor> parameters, Lab2 parts) {
        LinkedHashMap<String, Layer> layers = new LinkedHashMap<>();
        for (String name : new String[] {"conv1", "conv2"}) {
            layers.put(name, parts.convolution(parameters.get(name + ".weight"), parameters.get(name + ".bias"), 1, 0));
            layers.put(name + "relu", new Activation(ActivationKind.RELU));
            layers.put(name + "pool", parts.maxPool(2, 2));
        }
        layers.put("flatten", parts.flatten());
        for (String name : new String[] {"fc1", "fc2", "fc3"}) {
            layers.put(name, new Dense(parameters.get(name + ".weight"), parameters.get(name + ".bias")));
            if (!name.equals("fc3")) {
                layers.put(name + "relu", new Activation(ActivationKind.RELU));
            }
        }
        return new Sequential(layers);
    }
}
