package io.gradlab.lab2.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab2.model.FastNetwork;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fast network's first weights, and its six views. */
class FastNetworkTest {
    private static final Seed SEED = new Seed(1);
    private static final Dataset IMAGES = SyntheticShapes.shapes(SEED, 400);

    private static Sequential network() {
        return (Sequential) WhitenedStart.of(
                        seed -> FastNetwork.of(32).create(Initialization.HE, seed), () -> IMAGES, Transform.NONE)
                .apply(SEED);
    }

    @Test
    void theFirstConvolutionWhitensTheImagesPatches() {
        Layer whiten = network().layers().get(FastNetwork.WHITENING);
        int count = 200;
        Tensor images = Tensor.zeros(IMAGES.sampleShape().prepend(count));
        for (int n = 0; n < count; n++) {
            IMAGES.read(n, images.data(), n * IMAGES.sampleShape().size());
        }
        float[] maps = whiten.forward(images, Pass.evaluation()).data(); // [count, 32, 32, 32]
        int plane = 32 * 32;
        for (int a = 0; a < 4; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int n = 0; n < count; n++) {
                    for (int y = 1; y < 31; y += 2) { // the patches that lie inside, as those that were measured
                        for (int x = 1; x < 31; x += 2) {
                            int at = n * 32 * plane + y * 32 + x;
                            sum += (double) maps[at + a * plane] * maps[at + b * plane];
                        }
                    }
                }
                double mean = sum / (count * 15 * 15);
                double least = a == b ? 0.7 : -0.15; // small variances are not blown up to 1
                double most = a == b ? 1.15 : 0.15;
                assertThat(mean).as("channels %s and %s", a, b).isBetween(least, most);
            }
        }
        assertThat(maps[16 * plane + 40]).as("a negative beside each direction").isEqualTo(-maps[40]);
    }

    @Test
    void whatStaysIsFrozenAndOtherConvolutionsPassOn() {
        List<String> learning = network().parameters().stream()
                .filter(parameter -> !parameter.frozen())
                .map(Parameter::name)
                .toList();
        assertThat(learning)
                .contains("conv1.weight", "conv6.weight", "bn1.bias", "bn6.bias", "fc.weight")
                .doesNotContain("whiten.weight", "whiten.bias", "conv1.bias", "bn1.weight");
        float[] weight =
                network().layers().get("conv4").parameters().getFirst().value().data();
        assertThat(weight[9 * 32 * 3 + 9 * 3 + 4])
                .as("channel 3 of channel 3, the middle")
                .isEqualTo(1);
        assertThat(weight[9 * 32 * 3 + 9 * 4 + 4]).as("channel 3 of channel 4").isZero();
    }

    @Test
    void sixViewsAreTheMeanOverMirroredAndMovedImages() {
        Layer pixels = new Flatten();
        Tensor image = Tensor.vector(1, 2, 3, 4).reshape(Shape.of(1, 1, 2, 2));
        Tensor mean = new SixViews(pixels).forward(image, Pass.evaluation());
        // straight and mirrored: 1.5 and 3.5 in the rows; moved: a corner's number everywhere, 1, 2, 4 and 3
        assertThat(mean.data()).containsExactly(2, 2, 3, 3);
    }
}
