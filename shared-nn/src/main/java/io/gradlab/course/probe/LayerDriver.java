package io.gradlab.course.probe;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Drives a layer through a script. */
final class LayerDriver {
    private final Layer layer;
    private final Report report;

    LayerDriver(Layer layer, Report report) {
        this.layer = layer;
        this.report = report;
    }

    void drive(List<Probe.Step> script) {
        List<Tensor> inputs = new ArrayList<>();
        for (Probe.Step step : script) {
            Tensor input = input(step).copy();
            int place = inputs.size();
            inputs.add(input);
            switch (step) {
                case Probe.Step.Train train ->
                    forward(place, input, Pass.training(new Seed(train.seed()), train.number()));
                case Probe.Step.Evaluate _ -> forward(place, input, Pass.evaluation());
                case Probe.Step.Backward _ -> backward(place, input);
            }
        }
        for (int place = 0; place < inputs.size(); place++) {
            report.put("input." + place, inputs.get(place));
        }
        for (Parameter parameter : parameters()) {
            report.put(parameter.name(), parameter.value());
            if (parameter.frozen()) {
                report.put(parameter.name() + ".frozen", Value.of(1));
            }
        }
        Map<String, Tensor> buffers = BadAnswer.unlessNull(layer.buffers(), "buffers() of the layer returned null");
        buffers.forEach(
                (name, buffer) -> report.put(name, BadAnswer.unlessNull(buffer, "buffer " + name + " is null")));
    }

    private void forward(int place, Tensor input, Pass pass) {
        Tensor output = layer.forward(input, pass);
        report.put("output." + place, BadAnswer.unlessNull(output, "forward of the layer returned null"));
    }

    private void backward(int place, Tensor outputGradient) {
        Tensor gradient = layer.backward(outputGradient);
        report.put("inputGradient." + place, BadAnswer.unlessNull(gradient, "backward of the layer returned null"));
        for (Parameter parameter : parameters()) {
            if (!parameter.frozen() || parameter.hasGradient()) {
                report.put(parameter.name() + ".gradient." + place, parameter.gradient());
            }
        }
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters =
                BadAnswer.unlessNull(layer.parameters(), "parameters() of the layer returned null");
        for (Parameter parameter : parameters) {
            BadAnswer.unlessNull(parameter, "parameters() of the layer holds a null");
        }
        return parameters;
    }

    private static Tensor input(Probe.Step step) {
        return switch (step) {
            case Probe.Step.Train train -> train.input();
            case Probe.Step.Evaluate evaluate -> evaluate.input();
            case Probe.Step.Backward backward -> backward.outputGradient();
        };
    }
}
