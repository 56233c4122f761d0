package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What a network's text becomes. */
class NetworkTextTest {
    private static final Seed SEED = new Seed(5);
    private static final Shape IMAGE = Shape.of(1, 28, 28);

    @Test
    void layersAreNamedByTheirPlaceOrByTheText() {
        Sequential network = NetworkText.parse(
                "Conv 4 5x3 pad 1 stride 2, tanh, MAXPOOL 3 stride 2\navgpool 2, flatten,\n\n"
                        + " fc1 : dense 6, dropout 0.25, linear",
                IMAGE,
                Initialization.HE,
                SEED);
        assertThat(network)
                .hasToString("Conv2d(1→4, 5×3, stride 2, pad 1) › Tanh › MaxPool2d(3×3, stride 2)"
                        + " › AveragePool2d(2×2, stride 2) › Flatten › Dense(36→6) › Dropout(0.25) › Linear");
        assertThat(network.layers().keySet()).containsExactly("0", "1", "2", "3", "4", "fc1", "6", "7");
        assertThat(network.parameters())
                .extracting(Parameter::name)
                .containsExactly("0.weight", "0.bias", "fc1.weight", "fc1.bias");
        assertThat(network.forward(Tensor.zeros(2, 1, 28, 28), Pass.evaluation())
                        .shape())
                .isEqualTo(Shape.of(2, 6));
    }

    @Test
    void aSingleNumberIsASquareKernelAndTheSignTimesIsRead() {
        assertThat(NetworkText.parse("conv 2 3, conv 3 5×5", IMAGE, Initialization.HE, SEED))
                .hasToString("Conv2d(1→2, 3×3) › Conv2d(2→3, 5×5)");
    }

    @Test
    void rectifiersThatLetTheNegativeSideThroughAreRead() {
        Sequential network = NetworkText.parse("selu, LeakyReLU 0.01", Shape.of(2), Initialization.HE, SEED);
        assertThat(network).hasToString("SELU › LeakyReLU(0.010)");
        Tensor output = network.forward(Tensor.vector(1, -1).reshape(1, 2), Pass.evaluation());
        assertThat(output.data()).containsExactly(new float[] {1.0507f, -0.011113f}, within(1e-5f));
    }

    @Test
    void weightsComeFromTheSeedsStreamOfTheirNameAndBiasesAreZero() {
        Sequential network = NetworkText.parse("flatten, fc: dense 3, dense 2", IMAGE, Initialization.XAVIER, SEED);
        Tensor first = network.parameters().getFirst().value();
        Tensor last = network.parameters().get(2).value();
        assertThat(first.data())
                .containsExactly(Initialization.XAVIER
                        .weight(Shape.of(3, 784), SEED.stream("fc.weight"))
                        .data());
        assertThat(last.data())
                .containsExactly(Initialization.XAVIER
                        .weight(Shape.of(2, 3), SEED.stream("2.weight"))
                        .data());
        assertThat(network.parameters().getLast().value().data()).containsOnly(0);
    }

    @Test
    void theSameTextMakesNetworksThatShareNothing() {
        NetworkText text = NetworkText.of("flatten, dense 3, relu", IMAGE);
        Sequential one = text.create(Initialization.HE, SEED);
        Sequential two = text.create(Initialization.HE, SEED);
        assertThat(one.layers().get("2")).isNotSameAs(two.layers().get("2"));
        assertThat(one.parameters().getFirst().value())
                .isNotSameAs(two.parameters().getFirst().value());
    }
}
