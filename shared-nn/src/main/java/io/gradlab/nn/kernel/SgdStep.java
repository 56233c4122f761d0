package io.gradlab.nn.kernel;

/**
 * One step of stochastic gradient descent: g ← g + λw, v ← μv + g, w ← w − ηv (PyTorch's form of momentum).
 *
 * @param learningRate η, at least 0
 * @param momentum μ, in [0, 1); at 0 no velocity is needed
 * @param weightDecay λ of the penalty λ/2 · Σw²
 */
public record SgdStep(double learningRate, double momentum, double weightDecay) {}
