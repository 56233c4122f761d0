package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Inverted dropout (Srivastava et al., 2014): in training, sets a share of the elements to zero and divides the others by
 * {@code 1 - rate}; in evaluation, does nothing. What is dropped depends on the seed, the layer's path, the step and the
 * element's index.
 */
public final class Dropout implements Layer, SharesGradients {
    private final double rate; // in [0, 1)
    private final boolean channels; // whether the elements of a channel share their fate
    private final Workspace outputs = new Workspace();
    private GradientSpace inputGradients = new GradientSpace();
    private @Nullable RandomStream random; // of the latest training pass; null after an evaluation

    /** Creates the layer; {@code rate} is the share dropped, in [0, 1). */
    public Dropout(double rate) {
        this(rate, false);
    }

    /** Creates a layer that drops whole channels of {@code [N, C, H, W]} (Tompson et al., 2015). */
    public static Dropout ofChannels(double rate) {
        return new Dropout(rate, true);
    }

    private Dropout(double rate, boolean channels) {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("A dropout rate lies in [0, 1), but got " + rate);
        }
        this.rate = rate;
        this.channels = channels;
    }

    /** Returns the share dropped, in [0, 1). */
    public double rate() {
        return rate;
    }

    /** Returns whether it drops whole channels. */
    public boolean dropsChannels() {
        return channels;
    }

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        random = pass.training() && rate > 0 ? pass.random() : null;
        RandomStream stream = random;
        return stream == null ? input : drop(stream, input, outputs.like(input));
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        RandomStream stream = random;
        return stream == null
                ? outputGradient
                : drop(stream, outputGradient, inputGradients.like(outputGradient, outputGradient));
    }

    private Tensor drop(RandomStream stream, Tensor tensor, Tensor result) {
        Kernels.of(tensor).dropout(stream, rate, channels ? tensor.dim(2) * tensor.dim(3) : 1, tensor, result);
        return result;
    }

    @Override
    public void shareGradients(GradientSpace space) {
        inputGradients = space;
    }

    @Override
    public Shape outputShape(Shape input) {
        return input;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, channels ? "Dropout2d(%.2g)" : "Dropout(%.2g)", rate);
    }
}
