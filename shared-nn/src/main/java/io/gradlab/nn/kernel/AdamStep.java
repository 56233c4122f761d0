package io.gradlab.nn.kernel;

/**
 * One step of Adam (Kingma and Ba, 2015, algorithm 1), with the L2 penalty's gradient added before the moments as in
 * PyTorch.
 *
 * @param learningRate η, at least 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment
 * @param weightDecay λ of the penalty λ/2 · Σw²
 * @param time t, 1 at the first step; it corrects the moments' bias
 */
public record AdamStep(
        double learningRate, double beta1, double beta2, double epsilon, double weightDecay, long time) {}
