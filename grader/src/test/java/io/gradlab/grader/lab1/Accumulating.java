package io.gradlab.grader.lab1;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Dense layers that add their gradients to those of the pass before. */
final class Accumulating extends AlteredLab1 {

    @Override
    public Layer dense(Tensor weight, Tensor bias) {
        return new AlteredLayer(super.dense(weight, bias)) {
            private final List<Tensor> sums = new ArrayList<>();

            @Override
            Tensor alterGradient(Tensor x, Tensor y, Tensor dy, Tensor dx) {
                for (Parameter parameter : parameters()) {
                    int place = parameters().indexOf(parameter);
                    if (sums.size() <= place) {
                        sums.add(Tensor.zeros(parameter.value().shape()));
                    }
                    Tensor sum = sums.get(place);
                    sum.copyFrom(Mistake.cells((a, b, _) -> a + b, sum, parameter.gradient(), sum));
                    parameter.gradient().copyFrom(sum);
                }
                return dx;
            }
        };
    }
}
