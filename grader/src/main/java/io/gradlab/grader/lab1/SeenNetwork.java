package io.gradlab.grader.lab1;

import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.grader.oracle.MlpOracle;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * An untrained perceptron with biases of 0, read off its probabilities. They show the logits but for a number that is
 * the same for all classes, and so is taken to be 0 for the first; no gradient depends on it.
 */
final class SeenNetwork {
    private static final float FAR = 200; // there tanh is ±1, if the weight is not tiny
    private static final float NEAR = 0.5f; // there it is not
    private static final double SURE = 0.05; // smaller logits would make rough numbers of the weights

    private SeenNetwork() {}

    /** Reads a network without hidden layer: its logits at the unit vectors are its weights. */
    static MlpOracle withoutHidden(MlpTrial untrained) {
        DoubleTensor logits = logits(untrained, 1);
        return new MlpOracle(
                ActivationKind.LINEAR, List.of(logits.transposed()), List.of(DoubleTensor.zeros(logits.dim(1))));
    }

    /**
     * Reads a network with one hidden unit, whose logits are {@code v_k tanh(w · x)}: v where tanh is ±1, and w where it
     * is not. The signs of both may be turned round together, which changes nothing.
     *
     * @return nothing if the weights are too small to be read
     */
    static Optional<MlpOracle> withOneUnit(MlpTrial untrained) {
        DoubleTensor far = logits(untrained, FAR);
        DoubleTensor near = logits(untrained, NEAR);
        int largest = 0;
        for (int i = 0; i < far.data().length; i++) {
            largest = Math.abs(far.data()[i]) > Math.abs(far.data()[largest]) ? i : largest;
        }
        int classes = far.dim(1);
        int axis = largest / classes;
        int best = largest % classes;
        DoubleTensor halfway = logits(untrained, FAR / 2);
        double top = far.at(axis, best);
        if (Math.abs(top) < SURE || Math.abs(halfway.at(axis, best) - top) > 1e-5) {
            return Optional.empty();
        }
        DoubleTensor unit = DoubleTensor.zeros(1, far.dim(0));
        for (int i = 0; i < far.dim(0); i++) {
            double y = near.at(i, best) / top;
            unit.data()[i] = StrictMath.log((1 + y) / (1 - y)) / 2 / NEAR;
        }
        DoubleTensor above = DoubleTensor.zeros(classes, 1);
        for (int k = 0; k < classes; k++) {
            above.data()[k] = far.at(axis, k);
        }
        return Optional.of(new MlpOracle(
                ActivationKind.TANH,
                List.of(unit, above),
                List.of(DoubleTensor.zeros(1), DoubleTensor.zeros(classes))));
    }

    /** Returns the logits at the unit vectors times {@code size}, {@code [inputs, classes]}. */
    private static DoubleTensor logits(MlpTrial untrained, float size) {
        int inputs = untrained.config().inputs();
        Tensor points = Tensor.zeros(inputs, inputs);
        for (int i = 0; i < inputs; i++) {
            points.data()[i * inputs + i] = size;
        }
        return logits(untrained.probabilities(points));
    }

    /** Returns log(p_k / p_0), {@code [N, K]}. */
    static DoubleTensor logits(DoubleTensor probabilities) {
        int samples = probabilities.dim(0);
        int classes = probabilities.dim(1);
        DoubleTensor logits = new DoubleTensor(Shape.of(samples, classes), new double[samples * classes]);
        for (int i = 0; i < logits.data().length; i++) {
            logits.data()[i] = MlpConfigChecks.logOdds(probabilities, i / classes, i % classes);
        }
        return logits;
    }
}
