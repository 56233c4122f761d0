package io.gradlab.course.probe;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Lets an optimizer step over parameters made for the purpose. */
final class OptimizerDriver {

    private OptimizerDriver() {}

    static void drive(Optimizer optimizer, Probe.OfOptimizer probe, Report report) {
        List<Parameter> parameters = parameters(probe);
        for (int step = 0; step < probe.gradients().size(); step++) {
            List<Tensor> gradients = probe.gradients().get(step);
            for (int place = 0; place < parameters.size(); place++) {
                parameters.get(place).gradient().copyFrom(gradients.get(place));
            }
            optimizer.step(List.copyOf(parameters), probe.learningRate());
            for (int place = 0; place < parameters.size(); place++) {
                report.put(
                        "parameter." + place + "." + step, parameters.get(place).value());
                report.put(
                        "gradient." + place + "." + step, parameters.get(place).gradient());
            }
        }
    }

    private static List<Parameter> parameters(Probe.OfOptimizer probe) {
        List<Parameter> parameters = new ArrayList<>();
        for (Tensor value : probe.parameters()) {
            int place = parameters.size();
            Parameter parameter = place % 2 == 0
                    ? Parameter.weight("weight" + place, value.copy())
                    : Parameter.bias("bias" + place, value.copy());
            parameter.freeze(probe.frozen().contains(place));
            parameters.add(parameter);
        }
        return parameters;
    }
}
