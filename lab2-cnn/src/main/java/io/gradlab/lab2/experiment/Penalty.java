package io.gradlab.lab2.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.loss.LossResult;
import io.gradlab.nn.tensor.Tensor;

/**
 * Report C's mistake: the penalty λ/2 · Σw² is taken of the tensors that the weights began as, and added to the loss; so it
 * is a constant, and its gradient is nothing.
 */
final class Penalty implements Loss {
    private final Loss loss;
    private final double penalty;

    /** Adds the penalty of the network's present weights to a loss. */
    Penalty(Loss loss, double l2, Layer network) {
        this.loss = loss;
        double squares = 0;
        for (Parameter parameter : network.parameters()) {
            if (parameter.decayed()) {
                for (float weight : parameter.value().toHost().data()) {
                    squares += (double) weight * weight;
                }
            }
        }
        this.penalty = l2 / 2 * squares;
    }

    @Override
    public LossResult compute(Tensor logits, Tensor targets) {
        LossResult result = loss.compute(logits, targets);
        return new LossResult(result.value() + penalty, result.gradient());
    }

    /** Returns the constant, which is no sign of how well the network does. */
    @Override
    public double penalty() {
        return penalty;
    }

    /** Refuses a λ that is none. */
    static void require(double l2) {
        if (!(l2 >= 0) || Double.isInfinite(l2)) {
            throw new UserError("--l2 " + l2 + ": give a number of at least 0, say 0.001");
        }
    }
}
