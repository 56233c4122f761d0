package io.gradlab.solutions.lab3;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Task 3.5: a frozen base and a head that is trained.
 *
 * <p>Frozen means more than weights that stay: the base always runs in evaluation mode, so that its dropout is off and its
 * batch normalizations use their running statistics and leave them alone; and no gradient of its parameters is computed.
 */
public final class TransferNetwork implements Layer {
    private final Sequential base;
    private final Sequential head;

    /** Freezes every parameter of the base, those of the head not; see {@link Parameter#freeze}. */
    public TransferNetwork(Sequential base, Sequential head) {
        this.base = base;
        this.head = head;
        // BEGIN SOLUTION 3.5
        for (Parameter parameter : base.parameters()) {
            parameter.freeze(true);
        }
        // END SOLUTION
    }

    /**
     * Runs the base in evaluation mode ({@link Pass#evaluation}), whatever the pass is, and the head in the given one,
     * under the name {@code classifier} ({@link Pass#into}).
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        // BEGIN SOLUTION 3.5
        return head.forward(base.forward(input, Pass.evaluation()), pass.into("classifier"));
        // END SOLUTION
    }

    /** Goes back through the head and on through the base, which computes its input's gradient alone. */
    @Override
    public Tensor backward(Tensor outputGradient) {
        // BEGIN SOLUTION 3.5
        return base.backward(head.backward(outputGradient));
        // END SOLUTION
    }

    /** Goes back through the head and no further: nobody needs a gradient in the base. */
    @Override
    public void backwardParameters(Tensor outputGradient) {
        // BEGIN SOLUTION 3.5
        head.backwardParameters(outputGradient);
        // END SOLUTION
    }

    /** Returns the base's parameters, named {@code features.…}, then the head's, {@code classifier.…}. */
    @Override
    public List<Parameter> parameters() {
        // BEGIN SOLUTION 3.5
        List<Parameter> parameters = new ArrayList<>();
        base.parameters().forEach(parameter -> parameters.add(parameter.inside("features")));
        head.parameters().forEach(parameter -> parameters.add(parameter.inside("classifier")));
        return parameters;
        // END SOLUTION
    }

    /** Returns the buffers of both under the same names. */
    @Override
    public Map<String, Tensor> buffers() {
        Map<String, Tensor> buffers = new LinkedHashMap<>();
        base.buffers().forEach((name, buffer) -> buffers.put("features." + name, buffer));
        head.buffers().forEach((name, buffer) -> buffers.put("classifier." + name, buffer));
        return buffers;
    }

    @Override
    public Shape outputShape(Shape input) {
        return head.outputShape(base.outputShape(input));
    }
}
