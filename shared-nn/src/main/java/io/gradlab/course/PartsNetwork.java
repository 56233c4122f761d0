package io.gradlab.course;

import io.gradlab.nn.layer.AveragePool2d;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.MaxPool2d;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Selu;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;

/** A network's text, made of a lab's own layers where lab 2 asks for them, and of the engine's where it does not. */
final class PartsNetwork {

    private PartsNetwork() {}

    static Sequential of(CnnConfig config, Shape sample, Lab2 parts) {
        Sequential engine = NetworkText.parse(config.network(), sample, Initialization.HE, config.seed());
        LinkedHashMap<String, Layer> layers = new LinkedHashMap<>();
        engine.layers().forEach((name, layer) -> layers.put(name, own(layer, parts)));
        return new Sequential(layers);
    }

    private static Layer own(Layer layer, Lab2 parts) {
        return switch (layer) {
            case Flatten _ -> parts.flatten();
            case Conv2d convolution ->
                parts.convolution(
                        value(convolution, 0),
                        value(convolution, 1),
                        convolution.window().stride(),
                        convolution.window().padding());
            case MaxPool2d pool ->
                parts.maxPool(pool.window().kernelHeight(), pool.window().stride());
            case AveragePool2d pool ->
                parts.averagePool(pool.window().kernelHeight(), pool.window().stride());
            case BatchNorm2d norm -> parts.batchNorm(value(norm, 0), value(norm, 1));
            case Dropout dropout ->
                dropout.dropsChannels() ? parts.dropout2d(dropout.rate()) : parts.dropout(dropout.rate());
            case LeakyRelu leaky -> parts.leakyRelu(leaky.slope());
            case Selu _ -> parts.selu();
            default -> layer;
        };
    }

    private static Tensor value(Layer layer, int place) {
        List<Parameter> parameters = layer.parameters();
        return parameters.get(place).value();
    }
}
