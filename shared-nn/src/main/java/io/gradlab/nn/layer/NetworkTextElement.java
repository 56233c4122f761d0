package io.gradlab.nn.layer;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Optional;
import java.util.function.Supplier;

/** One element of a network's text: a layer that knows its shapes before its weights are made. */
sealed interface NetworkTextElement {

    /**
     * Returns the shape of the output, {@code [N, ...]} to {@code [N, ...]}.
     *
     * @throws ShapeMismatch if the layer cannot take such an input
     */
    Shape outputShape(Shape input);

    /** Returns the weight's shape, output channels or units first; empty if the layer has none. */
    Optional<Shape> weightShape(Shape input);

    /** Makes the layer for an input that {@link #outputShape} accepts; biases are zero. */
    Layer create(Shape input, Initialization initialization, RandomStream random);

    /** Returns the text of the layer that {@link #create} makes, for example {@code Conv2d(1→32, 5×5)}. */
    String label(Shape input);

    /** {@code conv}: its input channels are those of the input. */
    record Convolution(int filters, WindowGeometry window) implements NetworkTextElement {
        @Override
        public Shape outputShape(Shape input) {
            if (input.rank() != 4) {
                throw new ShapeMismatch(label(input), "images [N, C, H, W]", input, "Does a Flatten stand too early?");
            }
            Windows.requireFit(label(input), window, input);
            return window.output(input, filters);
        }

        @Override
        public Optional<Shape> weightShape(Shape input) {
            return Optional.of(Shape.of(filters, input.dim(1), window.kernelHeight(), window.kernelWidth()));
        }

        @Override
        public Layer create(Shape input, Initialization initialization, RandomStream random) {
            Tensor weight = initialization.weight(weightShape(input).orElseThrow(), random);
            return new Conv2d(weight, Tensor.zeros(filters), window.stride(), window.padding());
        }

        @Override
        public String label(Shape input) {
            return "Conv2d(" + (input.rank() == 4 ? input.dim(1) : "?") + "→" + filters + ", " + window + ")";
        }
    }

    /** {@code dense}: its inputs are the units of the input. */
    record FullyConnected(int units) implements NetworkTextElement {
        @Override
        public Shape outputShape(Shape input) {
            if (input.rank() != 2) {
                throw new ShapeMismatch(label(input), "[N, inputs]", input, "Is a Flatten missing before it?");
            }
            return Shape.of(input.dim(0), units);
        }

        @Override
        public Optional<Shape> weightShape(Shape input) {
            return Optional.of(Shape.of(units, input.dim(1)));
        }

        @Override
        public Layer create(Shape input, Initialization initialization, RandomStream random) {
            Tensor weight = initialization.weight(weightShape(input).orElseThrow(), random);
            return new Dense(weight, Tensor.zeros(units));
        }

        @Override
        public String label(Shape input) {
            return "Dense(" + (input.rank() == 2 ? input.dim(1) : "?") + "→" + units + ")";
        }
    }

    /** {@code batchnorm}: its channels are those of the input. */
    record Normalization() implements NetworkTextElement {
        @Override
        public Shape outputShape(Shape input) {
            if (input.rank() != 4) {
                throw new ShapeMismatch(label(input), "images [N, C, H, W]", input, "Does a Flatten stand too early?");
            }
            return input;
        }

        @Override
        public Optional<Shape> weightShape(Shape input) {
            return Optional.of(Shape.of(input.dim(1)));
        }

        @Override
        public Layer create(Shape input, Initialization initialization, RandomStream random) {
            return new BatchNorm2d(input.dim(1));
        }

        @Override
        public String label(Shape input) {
            return "BatchNorm2d(" + (input.rank() == 4 ? input.dim(1) : "?") + ")";
        }
    }

    /** Any layer without weights. */
    record Unweighted(Supplier<Layer> maker) implements NetworkTextElement {
        @Override
        public Shape outputShape(Shape input) {
            return maker.get().outputShape(input);
        }

        @Override
        public Optional<Shape> weightShape(Shape input) {
            return Optional.empty();
        }

        @Override
        public Layer create(Shape input, Initialization initialization, RandomStream random) {
            return maker.get();
        }

        @Override
        public String label(Shape input) {
            return maker.get().toString();
        }
    }
}
