package io.gradlab.grader.lab2;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** A right layer whose results are changed afterwards. */
abstract class AlteredLayer implements Layer {
    private final Layer right;
    private Tensor input = Tensor.zeros(0);
    private Tensor output = Tensor.zeros(0);

    AlteredLayer(Layer right) {
        this.right = right;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        this.input = input;
        output = right.forward(input, pass).copy();
        return alterOutput(input, output);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return alterGradient(
                input, output, outputGradient, right.backward(outputGradient).copy());
    }

    Tensor alterOutput(Tensor x, Tensor y) {
        return y;
    }

    Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
        return dx;
    }

    @Override
    public List<Parameter> parameters() {
        return right.parameters();
    }

    @Override
    public Map<String, Tensor> buffers() {
        return right.buffers();
    }

    @Override
    public Shape outputShape(Shape input) {
        return right.outputShape(input);
    }
}
