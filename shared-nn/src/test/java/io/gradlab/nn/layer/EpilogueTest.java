package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ReLU that the layer before does while it writes gives the same bits as one that runs by itself, both ways. */
class EpilogueTest {
    private static final Seed SEED = new Seed(3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv 5 3x3 pad 1, relu, flatten, dense 7, relu, dense 3", // few channels
                "conv 32 3x3 pad 1, relu, conv 64 3x3 pad 1, relu, flatten, dense 64, relu", // Winograd, a thin dense
                // layer
                "conv 32 1x1, relu, conv 32 3x3 stride 2, relu", // the direct method
                "conv 32 3x3, batchnorm, relu, maxpool 2, dropout 0.2, avgpool 1, flatten, dense 4, sigmoid, dense 4, relu",
            })
    void aFusedReluGivesTheSameBits(String text) {
        Shape sample = Shape.of(8, 9, 9);
        Tensor input = SEED.stream("input").gaussians(sample.prepend(32), 1);
        Sequential fused = NetworkText.parse(text, sample, Initialization.HE, SEED);
        Sequential single = NetworkText.parse(text, sample, Initialization.HE, SEED);

        Pass pass = Pass.training(SEED, 1);
        Tensor output = fused.forward(input, pass);
        Tensor expected = input;
        for (var child : single.layers().sequencedEntrySet()) {
            expected = child.getValue().forward(expected, pass.into(child.getKey()));
        }
        assertThat(output.data()).isEqualTo(expected.data());

        Tensor gradient = SEED.stream("gradient").gaussians(output.shape(), 1);
        Tensor inputGradient = fused.backward(gradient);
        Tensor expectedGradient = gradient;
        for (Layer layer : single.layers().sequencedValues().reversed()) {
            expectedGradient = layer.backward(expectedGradient);
        }
        assertThat(inputGradient.data()).isEqualTo(expectedGradient.data());
        assertThat(inputGradient.data()).isNotEqualTo(new float[inputGradient.size()]);
    }
}
