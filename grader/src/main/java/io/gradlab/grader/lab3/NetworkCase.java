package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.NetworkOracle;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network of the engine's layers with random tensors.
 *
 * @param text as {@link NetworkOracle} reads it
 * @param sample one sample's shape
 * @param tensors parameters and buffers by name
 */
record NetworkCase(String text, Shape sample, Map<String, Tensor> tensors) {

    static NetworkCase random(Bench bench, String purpose, String text, int... sample) {
        Shape shape = Shape.of(sample);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Sequential network = NetworkText.parse(text, shape, Initialization.HE, new Seed(1));
        ModelState.view(network).forEach((name, tensor) -> {
            Tensor numbers =
                    bench.gaussians(purpose + " " + name, tensor.shape().toArray());
            double inputs = Math.max(1, tensor.size() / (double) tensor.dim(0));
            for (int i = 0; i < numbers.size(); i++) {
                float g = numbers.data()[i];
                numbers.data()[i] = name.endsWith("running_var") ? 0.5f + Math.abs(g) : (float) (g / Math.sqrt(inputs));
            }
            tensors.put(name, numbers);
        });
        return new NetworkCase(text, shape, tensors);
    }

    Value value() {
        return Value.ofNetwork(text, sample, tensors);
    }

    NetworkOracle oracle() {
        Map<String, DoubleTensor> doubles = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> doubles.put(name, DoubleTensor.of(tensor)));
        return new NetworkOracle(text, doubles);
    }

    DoubleTensor forward(Tensor input) {
        return oracle().forward(DoubleTensor.of(input));
    }

    /** Returns the network on the engine, for what a mistake would give. */
    Sequential engine() {
        Sequential network = NetworkText.parse(text, sample, Initialization.HE, new Seed(1));
        ModelState.view(network).forEach((name, tensor) -> tensor.copyFrom(tensors.get(name)));
        return network;
    }
}
