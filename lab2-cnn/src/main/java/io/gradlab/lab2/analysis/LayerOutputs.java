package io.gradlab.lab2.analysis;

import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each layer of a network makes of a batch, in evaluation mode. */
final class LayerOutputs {

    /**
     * A layer's output.
     *
     * @param name the layer's path in the network; an activation belongs to the layer before it
     * @param output {@code [N, ...]}, a copy on the host
     */
    record Output(String name, Layer layer, Tensor output) {
        boolean isMap() {
            return output.shape().rank() == 4 && (layer instanceof Conv2d || isPool());
        }

        boolean isPool() {
            return layer instanceof MaxPool2d || layer instanceof AveragePool2d;
        }
    }

    private LayerOutputs() {}

    /** Returns every layer's own output; nested networks are flattened. */
    static List<Output> each(Sequential network, Tensor input) {
        List<Output> outputs = new ArrayList<>();
        run(network, "", input, outputs);
        return outputs;
    }

    /**
     * Returns the outputs of convolution and pooling layers; a convolution's after what follows it element by element, batch
     * norm and the activation.
     */
    static List<Output> maps(Sequential network, Tensor input) {
        List<Output> maps = new ArrayList<>();
        for (Output output : each(network, input)) {
            if (!isElementWise(output.layer())) {
                maps.add(output);
            } else if (!maps.isEmpty() && maps.getLast().layer() instanceof Conv2d) {
                Output convolution = maps.removeLast();
                maps.add(new Output(convolution.name(), convolution.layer(), output.output()));
            }
        }
        return maps.stream().filter(Output::isMap).toList();
    }

    private static boolean isElementWise(Layer layer) {
        return !(layer instanceof Conv2d
                || layer instanceof MaxPool2d
                || layer instanceof AveragePool2d
                || layer instanceof Flatten
                || layer instanceof Dense);
    }

    private static Tensor run(Sequential network, String path, Tensor input, List<Output> outputs) {
        Tensor tensor = input;
        for (Map.Entry<String, Layer> child : network.layers().entrySet()) {
            String name = path + child.getKey();
            if (child.getValue() instanceof Sequential inner) {
                tensor = run(inner, name + ".", tensor, outputs);
            } else {
                tensor = child.getValue().forward(tensor, Pass.evaluation().into(name));
                outputs.add(new Output(name, child.getValue(), tensor.toHost().copy()));
            }
        }
        return tensor;
    }
}
