package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
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
        throw new NotImplemented("3.5");
    }

    /**
     * Runs the base in evaluation mode ({@link Pass#evaluation}), whatever the pass is, and the head in the given one,
     * under the name {@code classifier} ({@link Pass#into}).
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("3.5");
    }

    /** Goes back through the head and on through the base, which computes its input's gradient alone. */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("3.5");
    }

    /** Goes back through the head and no further: nobody needs a gradient in the base. */
    @Override
    public void backwardParameters(Tensor outputGradient) {
        throw new NotImplemented("3.5");
    }

    /** Returns the base's parameters, named {@code features.…}, then the head's, {@code classifier.…}. */
    @Override
    public List<Parameter> parameters() {
        throw new NotImplemented("3.5");
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
