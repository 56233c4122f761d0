package io.gradlab.course.probe.toy;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** Multiplies by one number, twice that in training, and always returns the same tensor, as an engine layer may. */
public final class Scale implements Layer {
    private final Parameter weight;
    private final Tensor output = Tensor.zeros(2);
    private Tensor input = Tensor.zeros(2);

    /** Creates the layer. */
    public Scale(Tensor weight) {
        this.weight = Parameter.weight("weight", weight);
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        this.input = input;
        for (int i = 0; i < 2; i++) {
            output.data()[i] = weight.value().data()[0] * input.data()[i] * (pass.training() ? 2 : 1);
        }
        return output;
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        float[] g = outputGradient.data();
        weight.gradient().data()[0] = g[0] * input.data()[0] + g[1] * input.data()[1];
        return Tensor.vector(
                g[0] * weight.value().data()[0], g[1] * weight.value().data()[0]);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight);
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }
}
