package io.gradlab.nn.loss;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Workspace;
import io.gradlab.nn.tensor.Tensor;

/** Cross-entropy of softmax(logits), computed together so that it stays finite at any gap between logits. */
public final class CrossEntropy implements Loss {
    private final Workspace gradients = new Workspace();

    @Override
    public LossResult compute(Tensor logits, Tensor targets) {
        Tensor gradient = gradients.like(logits);
        double value = Kernels.of(logits).softmaxCrossEntropy(logits, targets, gradient);
        return new LossResult(value, gradient);
    }

    @Override
    public String toString() {
        return "CrossEntropy";
    }
}
