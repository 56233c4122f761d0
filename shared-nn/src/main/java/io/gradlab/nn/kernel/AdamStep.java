package io.gradlab.nn.kernel;

/**
 * One step of Adam (Kingma and Ba, 2015, algorithm 1), with the L2 penalty's gradient added before the moments as in
 * PyTorch. The corrections of the moments' bias depend on the time alone, so they are worked out once for all parameters.
 *
 * @param rate η / (1 - β₁ᵗ), at least 0
 * @param rootScale 1 / √(1 - β₂ᵗ), the factor of the second moment's root
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment
 * @param weightDecay λ of the penalty λ/2 · Σw²
 */
public record AdamStep(double rate, double rootScale, double beta1, double beta2, double epsilon, double weightDecay) {

    /** Returns the step at time t, which is 1 at the first, with learning rate η. */
    public static AdamStep at(
            long time, double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
        double rate = learningRate / (1 - StrictMath.pow(beta1, time));
        double rootScale = 1 / Math.sqrt(1 - StrictMath.pow(beta2, time));
        return new AdamStep(rate, rootScale, beta1, beta2, epsilon, weightDecay);
    }

    /** Returns the same step with another penalty. */
    public AdamStep withWeightDecay(double other) {
        return new AdamStep(rate, rootScale, beta1, beta2, epsilon, other);
    }
}
