package io.gradlab.lab2.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 2.8: dropout (Srivastava et al., 2014), of single numbers or, as "2-d dropout", of whole channels.
 *
 * <p>In training each number is set to 0 with probability {@code rate}; what is kept is divided by {@code 1 - rate}, so
 * that the mean stays what it was. In evaluation nothing happens.
 */
public final class Dropout implements Layer {
    private final double rate; // in [0, 1)
    private final boolean channels; // whether the numbers of a channel share their fate
    private float[] factors = {}; // for each number of the latest input: 0, 1 / (1 - rate), or 1 in evaluation

    /** Creates the layer. */
    public Dropout(double rate, boolean channels) {
        this.rate = rate;
        this.channels = channels;
    }

    /**
     * Drops numbers if {@code pass.training()}, and keeps the factors for {@code backward}.
     *
     * <p>Chance comes from {@code pass.random()}: its {@code uniform(k)} is a number in [0, 1) that depends on the seed,
     * the step, the layer and k, and on nothing else; it lies below {@code rate} with probability {@code rate}. Take the
     * number's place in the array for k; for channels, the place of the channel, {@code n · C + c}.
     *
     * @param input x, of any shape, or {@code [N, C, H, W]} for channels; do not change it
     * @return y, of the same shape
     */
    @Override
    public Tensor forward(Tensor input, Pass pass) {
        throw new NotImplemented("2.8");
    }

    /**
     * Multiplies the gradient by the same factors as the latest {@code forward} the input.
     *
     * @param outputGradient dL/dy
     * @return dL/dx, of the same shape
     */
    @Override
    public Tensor backward(Tensor outputGradient) {
        throw new NotImplemented("2.8");
    }

    /** Given: returns each number times its factor. */
    private Tensor times(Tensor tensor) {
        Tensor product = Tensor.zeros(tensor.shape());
        for (int i = 0; i < factors.length; i++) {
            product.data()[i] = tensor.data()[i] * factors[i];
        }
        return product;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return (channels ? "Dropout2d(" : "Dropout(") + rate + ")";
    }
}
