package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/** Makes a row of each sample: {@code [N, C, H, W]} to {@code [N, C·H·W]}, without copying. */
public final class Flatten implements Layer {
    private Shape inputShape = Shape.of(0); // of the latest forward pass

    @Override
    public Tensor forward(Tensor input, Pass pass) {
        inputShape = input.shape();
        return input.reshape(outputShape(inputShape));
    }

    @Override
    public Tensor backward(Tensor outputGradient) {
        return outputGradient.reshape(inputShape);
    }

    @Override
    public Shape outputShape(Shape input) {
        int samples = input.dim(0);
        return input.rank() == 2
                ? input
                : Shape.of(samples, input.withoutFirst().size());
    }

    @Override
    public String toString() {
        return "Flatten";
    }
}
