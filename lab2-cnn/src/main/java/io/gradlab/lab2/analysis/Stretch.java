package io.gradlab.lab2.analysis;

import io.gradlab.nn.tensor.Tensor;

/** Makes numbers visible. */
final class Stretch {

    private Stretch() {}

    /** Returns the numbers moved and scaled to [0, 1]; all 0 if they are equal. */
    static Tensor toUnit(Tensor tensor) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : tensor.data()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        Tensor unit = Tensor.zeros(tensor.shape());
        for (int i = 0; i < unit.size() && high > low; i++) {
            unit.data()[i] = (tensor.data()[i] - low) / (high - low);
        }
        return unit;
    }
}
