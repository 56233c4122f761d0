package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.AdamStep;
import io.gradlab.nn.kernel.SgdStep;
import io.gradlab.nn.tensor.Tensor;

/** The optimizers' steps. */
final class Updates {
    private final Stream stream;

    Updates(Stream stream) {
        this.stream = stream;
    }

    void sgd(SgdStep step, Tensor value, Tensor gradient) {
        throw new UnsupportedOperationException("sgd");
    }

    void sgdMomentum(SgdStep step, Tensor value, Tensor gradient, Tensor velocity) {
        throw new UnsupportedOperationException("sgdMomentum");
    }

    void adam(AdamStep step, Tensor value, Tensor gradient, Tensor firstMoment, Tensor secondMoment) {
        throw new UnsupportedOperationException("adam");
    }
}
