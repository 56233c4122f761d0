package io.gradlab.lab1.model;

import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** How an MLP's weights start; biases start at zero. */
public sealed interface FirstWeights {

    /** Returns a weight {@code [out, in]}. */
    Tensor weight(Shape shape, RandomStream random);

    /** Returns the name as written in commands: {@code xavier}, or {@code 0.05}. */
    String label();

    /** One of the kinds that lab 1 teaches. */
    record OfKind(Initialization kind) implements FirstWeights {
        @Override
        public Tensor weight(Shape shape, RandomStream random) {
            return kind.weight(shape, random);
        }

        @Override
        public String label() {
            return kind.label();
        }
    }

    /** Normal with one deviation for all layers, above 0. */
    record OfDeviation(double deviation) implements FirstWeights {
        /** Checks the range. */
        public OfDeviation {
            if (!(deviation > 0) || Double.isInfinite(deviation)) {
                throw new IllegalArgumentException("A deviation is a number above 0, but got " + deviation);
            }
        }

        @Override
        public Tensor weight(Shape shape, RandomStream random) {
            return random.gaussians(shape, deviation);
        }

        @Override
        public String label() {
            return Double.toString(deviation);
        }
    }

    /** Returns what suits an activation: He for ReLU, Xavier for the others. */
    static FirstWeights usual(ActivationKind activation) {
        return new OfKind(activation == ActivationKind.RELU ? Initialization.HE : Initialization.XAVIER);
    }

    /**
     * Reads a label.
     *
     * @throws IllegalArgumentException if it is none
     */
    static FirstWeights parse(String label) {
        for (Initialization kind : Initialization.values()) {
            if (kind.label().equalsIgnoreCase(label)) {
                return new OfKind(kind);
            }
        }
        return new OfDeviation(Double.parseDouble(label));
    }
}
