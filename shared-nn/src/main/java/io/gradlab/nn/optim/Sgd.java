package io.gradlab.nn.optim;

import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stochastic gradient descent with momentum and an L2 penalty on weights: v ← μv + g + λw, w ← w − ηv. */
public final class Sgd implements Optimizer {
    private final double momentum;
    private final double weightDecay;
    private final double biasFactor;
    private final Moments velocities = new Moments("velocity");
    private final Updates updates;

    /** Creates plain gradient descent. */
    public Sgd() {
        this(0, 0);
    }

    /**
     * Creates the optimizer.
     *
     * @param momentum μ, in [0, 1)
     * @param weightDecay λ of the penalty λ/2 · Σw² over the weights, at least 0
     */
    public Sgd(double momentum, double weightDecay) {
        this(momentum, weightDecay, 1);
    }

    /**
     * Creates the optimizer with a learning rate of its own for biases, batch norm's included: few and cheap to be wrong
     * about, they bear larger steps than weights.
     *
     * @param momentum μ, in [0, 1)
     * @param weightDecay λ of the penalty λ/2 · Σw² over the weights, at least 0
     * @param biasFactor what the learning rate is multiplied by for biases, above 0
     */
    public Sgd(double momentum, double weightDecay, double biasFactor) {
        if (!(momentum >= 0 && momentum < 1) || !(weightDecay >= 0)) {
            throw new IllegalArgumentException("Momentum lies in [0, 1) and weight decay is at least 0, but got "
                    + momentum + " and " + weightDecay);
        }
        this.momentum = momentum;
        if (!(biasFactor > 0)) {
            throw new IllegalArgumentException("The factor for biases is above 0, but got " + biasFactor);
        }
        this.weightDecay = weightDecay;
        this.biasFactor = biasFactor;
        this.updates = momentum == 0 ? new Updates() : new Updates(velocities);
    }

    @Override
    public void step(List<Parameter> parameters, double learningRate) {
        SgdStep biases = new SgdStep(biasFactor * learningRate, momentum, 0);
        SgdStep weights = new SgdStep(learningRate, momentum, weightDecay);
        updates.handOver(parameters, (kernels, list) -> kernels.sgd(weights, biases, list));
    }

    @Override
    public Map<String, Tensor> state() {
        return velocities.state();
    }

    @Override
    public void restore(List<Parameter> parameters, Map<String, Tensor> state) {
        velocities.restore(parameters, state);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Sgd(momentum %s, weight decay %s)", momentum, weightDecay);
    }
}
