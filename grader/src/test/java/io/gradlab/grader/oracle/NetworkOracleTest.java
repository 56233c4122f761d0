package io.gradlab.grader.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkOracleTest {
    private static final double STEP = 1e-6;
    private static final Shape INPUT = Shape.of(2, 2, 6, 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv 3 3x3 pad 1, batchnorm, relu, maxpool 2, dropout 0.5, flatten, dense 4",
                "conv 3 3x3, tanh, conv 3 3x3 pad 1, tanh"
            })
    void itsInputGradientIsTheDerivativeOfItsForwardPass(String text) {
        NetworkOracle network = new NetworkOracle(text, tensors());
        DoubleTensor x = random("x", INPUT.toArray());
        DoubleTensor dy = random("dy", network.forward(x).shape().toArray());

        DoubleTensor gradient = network.inputGradient(x, dy);

        for (int i = 0; i < x.data().length; i++) {
            double numeric = (loss(network, x, i, STEP, dy) - loss(network, x, i, -STEP, dy)) / (2 * STEP);
            assertThat(gradient.data()[i]).as("number %d", i).isCloseTo(numeric, within(1e-6));
        }
    }

    private static double loss(NetworkOracle network, DoubleTensor x, int i, double step, DoubleTensor dy) {
        DoubleTensor moved = x.map(v -> v);
        moved.data()[i] += step;
        double sum = 0;
        for (double product : network.forward(moved).with(dy, (a, b) -> a * b).data()) {
            sum += product;
        }
        return sum;
    }

    private static Map<String, DoubleTensor> tensors() {
        Map<String, DoubleTensor> tensors = new HashMap<>();
        tensors.put("0.weight", random("conv", 3, 2, 3, 3));
        tensors.put("0.bias", random("conv bias", 3));
        for (String name : new String[] {"weight", "bias", "running_mean"}) {
            tensors.put("1." + name, random(name, 3));
        }
        tensors.put("1.running_var", random("variance", 3).map(v -> 0.5 + v * v));
        tensors.put("2.weight", random("second", 3, 3, 3, 3));
        tensors.put("2.bias", random("second bias", 3));
        tensors.put("6.weight", random("dense", 4, 18));
        tensors.put("6.bias", random("dense bias", 4));
        return tensors;
    }

    private static DoubleTensor random(String purpose, int... shape) {
        return DoubleTensor.of(new Seed(5).stream(purpose).gaussians(Shape.of(shape), 1));
    }
}
