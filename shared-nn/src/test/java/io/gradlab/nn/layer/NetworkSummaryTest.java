package io.gradlab.nn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Tables of networks. */
class NetworkSummaryTest {
    private static final Seed SEED = new Seed(5);
    private static final Shape IMAGE = Shape.of(1, 28, 28);
    private static final String TEXT =
            "conv1: conv 32 5x5 pad 2, relu, maxpool 2, conv 64 5x5 pad 2, relu, maxpool 2, flatten, dense 10";

    @Test
    void theTableIsAlignedAndSaysShapesAndSizes() {
        assertThat(NetworkText.of(TEXT, IMAGE).summary()).hasToString("""
                        name   layer                      output        parameters  multiply-adds
                               input                      [1, 28, 28]
                        conv1  Conv2d(1→32, 5×5, pad 2)   [32, 28, 28]         832        627,200
                        1      ReLU                       [32, 28, 28]
                        2      MaxPool2d(2×2, stride 2)   [32, 14, 14]
                        3      Conv2d(32→64, 5×5, pad 2)  [64, 14, 14]      51,264     10,035,200
                        4      ReLU                       [64, 14, 14]
                        5      MaxPool2d(2×2, stride 2)   [64, 7, 7]
                        6      Flatten                    [3136]
                        7      Dense(3136→10)             [10]              31,370         31,360
                        total                                               83,466     10,693,760
                        """);
    }

    @Test
    void theTextKnowsTheNetworksSummaryBeforeItsWeightsAreMade() {
        NetworkText text = NetworkText.of(TEXT + ", dropout 0.5, linear, sigmoid, tanh", IMAGE);
        assertThat(text.summary()).isEqualTo(NetworkSummary.of(text.create(Initialization.ZERO, SEED), IMAGE));
    }

    @Test
    void nestedNetworksAreFlattenedWithTheirPaths() {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        layers.put("features", NetworkText.parse("conv 2 3x3, relu", IMAGE, Initialization.ZERO, SEED));
        layers.put("flatten", new Flatten());
        layers.put("head", NetworkText.parse("dense 3", Shape.of(1352), Initialization.ZERO, SEED));
        Sequential network = new Sequential(layers);
        NetworkSummary summary = NetworkSummary.of(network, IMAGE);
        assertThat(summary.rows())
                .extracting(NetworkSummary.Row::name)
                .containsExactly("features.0", "features.1", "flatten", "head.0");
        assertThat(summary.parameters()).isEqualTo(20 + 4059);
        assertThatThrownBy(() -> NetworkSummary.of(network, Shape.of(1, 9, 9)))
                .isInstanceOf(ShapeMismatch.class)
                .hasMessageStartingWith("head.0: Dense(1352→3)");
    }
}
