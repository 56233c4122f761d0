package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Layers one after the other; each has a name, which its parameters' names begin with: {@code fc1.weight}. */
public final class Sequential implements Layer {
    private final SequencedMap<String, Layer> layers;
    private final List<Parameter> parameters;
    private final List<Step> steps;
    private final List<List<Parameter>> layerParameters; // of each layer

    /** A layer of the forward pass, with the activation after it if the layer can do its work. */
    private record Step(String name, Layer layer, @Nullable Activation epilogue) {
        Tensor forward(Tensor input, Pass pass) {
            if (epilogue == null) {
                return layer.forward(input, pass);
            }
            Tensor output = ((Fusing) layer).forward(input, pass, Epilogue.RELU);
            epilogue.adopt(output);
            return output;
        }
    }

    /** Creates a network of layers that are named by their place: {@code 0}, {@code 1}, … */
    public Sequential(List<Layer> layers) {
        this(numbered(layers));
    }

    /** Creates a network of named layers, in the map's order. */
    public Sequential(SequencedMap<String, Layer> layers) {
        this.layers = new LinkedHashMap<>(layers);
        List<Parameter> all = new ArrayList<>();
        this.layers.forEach((name, layer) -> layer.parameters().forEach(parameter -> all.add(parameter.inside(name))));
        this.parameters = List.copyOf(all);
        this.steps = steps(this.layers);
        GradientSpace space = new GradientSpace();
        this.layers.values().forEach(layer -> {
            if (layer instanceof SharesGradients sharing) {
                sharing.shareGradients(space);
            }
        });
        this.layerParameters =
                this.layers.values().stream().map(Layer::parameters).toList();
    }

    /** Returns the layers by name, in order. */
    public SequencedMap<String, Layer> layers() {
        return new LinkedHashMap<>(layers);
    }

    @Override
    public void moveTo(Device device) {
        layers.values().forEach(layer -> layer.moveTo(device));
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor tensor = input;
        for (Step step : steps) {
            try {
                tensor = step.forward(tensor, pass.into(step.name));
            } catch (ShapeMismatch mismatch) {
                throw mismatch.at(step.name);
            }
        }
        return tensor;
    }

    private static List<Step> steps(SequencedMap<String, Layer> layers) {
        List<Step> steps = new ArrayList<>();
        layers.forEach((name, layer) -> {
            Step before = steps.isEmpty() ? null : steps.getLast();
            boolean fuses = before != null
                    && before.epilogue == null
                    && before.layer instanceof Fusing
                    && layer instanceof Activation activation
                    && activation.isEpilogue();
            if (fuses) {
                steps.set(steps.size() - 1, new Step(before.name, before.layer, (Activation) layer));
            } else {
                steps.add(new Step(name, layer, null));
            }
        });
        return List.copyOf(steps);
    }

    /** Computes all gradients; what it returns is valid until the next call. */
    @Override
    public Tensor backward(Tensor outputGradient) {
        Tensor gradient = outputGradient;
        for (Layer layer : layers.sequencedValues().reversed()) {
            gradient = layer.backward(gradient);
        }
        return gradient;
    }

    /**
     * Stops at the first layer that has a parameter to train: nobody needs the gradients below it. Frozen layers before it
     * are not visited at all; if everything is frozen, no layer is.
     */
    @Override
    public void backwardParameters(Tensor outputGradient) {
        Tensor gradient = outputGradient;
        int left = layers.size() - firstTrained();
        if (left == 0) {
            return;
        }
        for (Layer layer : layers.sequencedValues().reversed()) {
            if (--left == 0) {
                layer.backwardParameters(gradient);
                return;
            }
            gradient = layer.backward(gradient);
        }
    }

    private int firstTrained() { // without streams: training steps allocate nothing
        for (int i = 0; i < layerParameters.size(); i++) {
            List<Parameter> own = layerParameters.get(i);
            for (int j = 0; j < own.size(); j++) {
                if (!own.get(j).frozen()) {
                    return i;
                }
            }
        }
        return layerParameters.size();
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Tensor> buffers() {
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        layers.forEach(
                (name, layer) -> layer.buffers().forEach((buffer, tensor) -> buffers.put(name + "." + buffer, tensor)));
        return buffers;
    }

    @Override
    public Shape outputShape(Shape input) {
        Shape shape = input;
        for (Map.Entry<String, Layer> child : layers.entrySet()) {
            try {
                shape = child.getValue().outputShape(shape);
            } catch (ShapeMismatch mismatch) {
                throw mismatch.at(child.getKey());
            }
        }
        return shape;
    }

    /** Returns the layers, one after the other: {@code Dense(784→256) › ReLU › Dense(256→10)}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(" › ");
        layers.values().forEach(layer -> text.add(layer.toString()));
        return text.toString();
    }

    private static SequencedMap<String, Layer> numbered(List<Layer> layers) {
        SequencedMap<String, Layer> named = new LinkedHashMap<>();
        layers.forEach(layer -> named.put(Integer.toString(named.size()), layer));
        return named;
    }
}
