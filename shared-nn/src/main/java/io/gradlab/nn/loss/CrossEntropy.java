package io.gradlab.nn.loss;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.layer.Workspace;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;

/**
 * Cross-entropy of softmax(logits), computed together so that it stays finite at any gap between logits; on wish against
 * smoothed targets (Szegedy et al., 2016, section 7), which never ask for a probability of 1.
 */
public final class CrossEntropy implements Loss {
    private final double smoothing;
    private final Workspace gradients = new Workspace();
    private final Workspace smoothed = new Workspace();
    private Tensor even = Tensor.zeros(0, 0); // the even distribution, on the device

    /** Creates the loss against the targets as they are. */
    public CrossEntropy() {
        this(0);
    }

    /**
     * Creates the loss against smoothed targets.
     *
     * @param smoothing the share of each target that is spread evenly over all classes, in [0, 1)
     */
    public CrossEntropy(double smoothing) {
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("Smoothing lies in [0, 1), but got " + smoothing);
        }
        this.smoothing = smoothing;
    }

    /** Returns whether the targets are smoothed. */
    public boolean smooths() {
        return smoothing > 0;
    }

    @Override
    public LossResult compute(Tensor logits, Tensor targets) {
        Tensor gradient = gradients.like(logits);
        double value = Kernels.of(logits).softmaxCrossEntropy(logits, smooth(targets), gradient);
        return new LossResult(value, gradient);
    }

    private Tensor smooth(Tensor targets) {
        if (smoothing == 0) {
            return targets;
        }
        Tensor result = smoothed.like(targets);
        if (targets.device() != Device.CPU) {
            return smoothThere(targets, result);
        }
        float kept = (float) (1 - smoothing);
        float spread = (float) (smoothing / targets.dim(1));
        float[] from = targets.data();
        float[] to = result.data();
        for (int i = 0; i < to.length; i++) {
            to[i] = kept * from[i] + spread;
        }
        return result;
    }

    /** Does the same by the device's kernels: a half-way point between the targets and the even distribution. */
    private Tensor smoothThere(Tensor targets, Tensor result) {
        Kernels kernels = Kernels.of(targets);
        if (!even.shape().equals(targets.shape()) || even.storage().released()) {
            Tensor host = Tensor.zeros(targets.shape());
            Arrays.fill(host.data(), 1f / targets.dim(1));
            even.storage().release();
            even = kernels.copyOf(host);
        }
        kernels.scale(1, even, result);
        kernels.average(1 - smoothing, 1, targets, result);
        return result;
    }

    @Override
    public String toString() {
        return smoothing == 0 ? "CrossEntropy" : "CrossEntropy(smoothing " + smoothing + ")";
    }
}
