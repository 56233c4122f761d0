package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Locale;

/** How weights start; biases start at zero. */
public enum Initialization {
    /** All zero: every unit of a layer stays equal for ever. */
    ZERO,
    /** Normal with deviation 0.1, whatever the layer's size. */
    NORMAL,
    /** Normal with variance 2 / (fan in + fan out) (Glorot and Bengio, 2010, equation 12). */
    XAVIER,
    /** Normal with variance 2 / fan in, for ReLU (He et al., 2015, equation 10). */
    HE;

    private static final double PLAIN_DEVIATION = 0.1;

    /**
     * Returns a weight.
     *
     * @param shape {@code [out, in]} or {@code [out, in, kh, kw]}
     */
    public Tensor weight(Shape shape, RandomStream random) {
        int area = shape.withoutFirst().size() / Math.max(1, shape.dim(1));
        double fanIn = (double) shape.dim(1) * area;
        double fanOut = (double) shape.dim(0) * area;
        return switch (this) {
            case ZERO -> Tensor.zeros(shape);
            case NORMAL -> random.gaussians(shape, PLAIN_DEVIATION);
            case XAVIER -> random.gaussians(shape, Math.sqrt(2 / (fanIn + fanOut)));
            case HE -> random.gaussians(shape, Math.sqrt(2 / fanIn));
        };
    }

    /** Returns the name as written in commands: {@code xavier}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
