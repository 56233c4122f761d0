package io.gradlab.nn.optim;

import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** Changes parameters so that the loss falls. */
public interface Optimizer {

    /**
     * Changes each parameter that is not frozen according to its gradient.
     *
     * @param parameters the same list, in the same order, at every step
     * @param learningRate η of this step, at least 0; a schedule may change it from step to step
     */
    void step(List<Parameter> parameters, double learningRate);

    /**
     * Returns what the optimizer remembers between steps (velocities, moments, the step's number), by name, so that a
     * checkpoint can hold it; empty before the first step.
     */
    default Map<String, Tensor> state() {
        return Map.of();
    }

    /** Restores what {@link #state} returned, for the same parameters. */
    default void restore(List<Parameter> parameters, Map<String, Tensor> state) {
        if (!state.isEmpty()) {
            throw new IllegalArgumentException(this + " keeps no state, but was given " + state.keySet());
        }
    }
}
