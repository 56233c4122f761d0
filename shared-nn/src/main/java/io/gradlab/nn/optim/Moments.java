package io.gradlab.nn.optim;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One tensor for each parameter, zero at first: velocities, or a moment of Adam. */
final class Moments {
    private final String name;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>(); // by the parameter's name

    Moments(String name) {
        this.name = name;
    }

    Tensor of(Parameter parameter) {
        Tensor tensor = tensors.get(parameter.name());
        if (tensor == null) {
            tensor = Kernels.of(parameter.value()).allocate(parameter.value().shape());
            tensors.put(parameter.name(), tensor);
        }
        return tensor;
    }

    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        tensors.forEach((parameter, tensor) -> state.put(name + "." + parameter, tensor));
        return state;
    }

    void restore(List<Parameter> parameters, Map<String, Tensor> state) {
        tensors.clear();
        for (Parameter parameter : parameters) {
            Tensor saved = state.get(name + "." + parameter.name());
            if (saved != null) {
                of(parameter).copyFrom(saved);
            }
        }
    }
}
