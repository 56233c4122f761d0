package io.gradlab.grader.lab2;

import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.function.UnaryOperator;

/** A dropout whose results are changed, in training and in evaluation. */
record WrongDropout(Layer right, UnaryOperator<Tensor> inTraining, UnaryOperator<Tensor> inEvaluation)
        implements Layer {

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        Tensor output = right.forward(input, pass);
        return (pass.training() ? inTraining : inEvaluation).apply(output);
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return right.backward(outputGradient);
    }

    @Override
    public Shape outputShape(Shape input) {
        return right.outputShape(input);
    }
}
