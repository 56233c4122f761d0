package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/** Largest values and averages of windows, and their gradients. */
final class Pools {
    private final Stream stream;

    Pools(Stream stream) {
        this.stream = stream;
    }

    void maxPool(WindowGeometry window, Tensor input, Tensor out) {
        throw new UnsupportedOperationException("maxPool");
    }

    void maxPoolGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor inputGradient) {
        throw new UnsupportedOperationException("maxPoolGradient");
    }

    void averagePool(WindowGeometry window, Tensor input, Tensor out) {
        throw new UnsupportedOperationException("averagePool");
    }

    void averagePoolGradient(WindowGeometry window, Tensor outputGradient, Tensor inputGradient) {
        throw new UnsupportedOperationException("averagePoolGradient");
    }
}
