package io.gradlab.course.probe;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.List;
import java.util.Map;

/** A network of the engine's layers as a value: its text, one sample's shape, and its tensors. */
final class NetworkValue {

    private NetworkValue() {}

    static Value.Group of(String text, Shape sample, Map<String, Tensor> tensors) {
        return new Value.Group(List.of(new Value.Text(text), Value.of(sample.toArray()), Value.of(tensors)));
    }

    /** Makes the network anew; tensors that are not given keep what the text starts them with. */
    static Sequential make(List<Value> values, Map<String, Tensor> tensors) {
        if (values.getFirst() instanceof Value.Text(String text)
                && values.get(1) instanceof Value.Wholes(List<Integer> sample)) {
            Shape shape = Shape.of(sample.stream().mapToInt(Integer::intValue).toArray());
            Sequential network = NetworkText.parse(text, shape, Initialization.HE, new Seed(1));
            Map<String, Tensor> own = ModelState.view(network);
            tensors.forEach((name, tensor) -> own.get(name).copyFrom(tensor));
            return network;
        }
        throw new IllegalArgumentException("A network is a text, a shape and tensors, but got " + values);
    }
}
