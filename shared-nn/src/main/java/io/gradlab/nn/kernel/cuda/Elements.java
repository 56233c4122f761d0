package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Tensor;

/** Functions of one element at a time, and their gradients. */
final class Elements {
    private static final String MODULE = "elements";

    private final Kernel fill;
    private final Kernel leakyRelu;

    Elements(Stream stream) {
        fill = stream.kernel(MODULE, "fill");
        leakyRelu = stream.kernel(MODULE, "leaky_relu");
    }

    void activate(ActivationKind kind, Tensor input, Tensor out) {
        throw new UnsupportedOperationException("activate");
    }

    void activationGradient(ActivationKind kind, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        throw new UnsupportedOperationException("activationGradient");
    }

    void leakyRelu(double slope, Tensor input, Tensor out) {
        leakyRelu
                .on(Grid.over(input.size()))
                .tensor(input)
                .tensor(out)
                .integer(input.size())
                .number(slope)
                .go();
    }

    void leakyReluGradient(double slope, Tensor output, Tensor outputGradient, Tensor inputGradient) {
        throw new UnsupportedOperationException("leakyReluGradient");
    }

    void selu(Tensor input, Tensor out) {
        throw new UnsupportedOperationException("selu");
    }

    void seluGradient(Tensor output, Tensor outputGradient, Tensor inputGradient) {
        throw new UnsupportedOperationException("seluGradient");
    }

    void dropout(RandomStream random, double rate, int run, Tensor input, Tensor out) {
        throw new UnsupportedOperationException("dropout");
    }

    void scale(double factor, Tensor input, Tensor out) {
        throw new UnsupportedOperationException("scale");
    }

    /** Sets all elements to {@code value}. */
    void fill(Tensor tensor, double value) {
        fill.on(Grid.over(tensor.size()))
                .tensor(tensor)
                .integer(tensor.size())
                .number(value)
                .go();
    }
}
