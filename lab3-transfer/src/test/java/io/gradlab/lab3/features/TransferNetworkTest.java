package io.gradlab.lab3.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.vgg.Vgg;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferNetworkTest {
    private static final Shape IMAGE = Shape.of(3, 32, 32);
    private static final Head HEAD = new Head(false, 16, 0.5);

    @Test
    void thePiecesComputeWhatTheWholeComputes() {
        for (int unfrozen : new int[] {0, 1, 3}) {
            TransferNetwork network = small(unfrozen);
            Tensor images = new Seed(3).stream("images").uniforms(IMAGE.prepend(2), -1, 1);
            Tensor cached = network.frozen().forward(images, Pass.evaluation()).copy();
            Tensor pieces = network.trained().forward(cached, Pass.evaluation()).copy();

            Tensor whole = network.whole().forward(images, Pass.evaluation());

            assertThat(whole.data()).as("%d blocks unfrozen", unfrozen).containsExactly(pieces.data());
        }
    }

    @Test
    void layersKeepTheirNames() {
        assertThat(names(small(0).trained()))
                .containsExactly(
                        "scaling.weight",
                        "scaling.bias",
                        "classifier.1.weight",
                        "classifier.1.bias",
                        "classifier.4.weight",
                        "classifier.4.bias");
        assertThat(names(small(1).trained())).contains("features.21.weight", "features.24.weight");
        assertThat(names(small(1).frozen())).contains("features.0.weight").doesNotContain("features.21.weight");
        assertThat(names(small(1).whole())).contains("features.0.weight", "features.21.weight", "classifier.1.weight");
    }

    @Test
    void theScalingBringsEachChannelToMeanZeroAndDeviationOne() {
        TransferNetwork network = small(0);
        Dataset images = SyntheticShapes.shapes(new Seed(1), 300);
        Tensor batch = Tensor.zeros(Shape.of(3, 32, 32).prepend(300));
        for (int i = 0; i < 300; i++) {
            images.read(i, batch.data(), i * 3 * 32 * 32);
        }
        Tensor features = network.frozen().forward(batch, Pass.evaluation()).copy();
        network.fitScaling(new Fixed(features, images));

        Tensor scaled = network.trained().layers().get("scaling").forward(features, Pass.training(new Seed(1), 0));

        int area = scaled.dim(2) * scaled.dim(3);
        for (int channel = 0; channel < scaled.dim(1); channel++) {
            double sum = 0;
            double squares = 0;
            for (int n = 0; n < scaled.dim(0); n++) {
                for (int i = 0; i < area; i++) {
                    double value = scaled.data()[(n * scaled.dim(1) + channel) * area + i];
                    sum += value;
                    squares += value * value;
                }
            }
            assertThat(Math.abs(sum / (300 * area))).isLessThan(1e-3);
            assertThat(squares / (300 * area)).isBetween(0.0, 1.001); // below 1 for channels that hardly move
        }
    }

    @Test
    void whereTheFileHasDenseLayersTheLastOneAloneIsNewAndTheOthersAreCached() {
        TransferNetwork last = TransferNetwork.of(withDense(), 0, new Head(true, 1, 0), 10, new Seed(1));
        assertThat(last.cachesDropout()).isTrue();
        assertThat(names(last.trained())).containsExactly("classifier.6.weight", "classifier.6.bias");
        assertThat(names(last.frozen())).contains("classifier.0.weight", "classifier.3.weight");
        assertThat(last.frozen().outputShape(IMAGE.prepend(1))).isEqualTo(Shape.of(1, 8));

        TransferNetwork all = TransferNetwork.of(withDense(), 0, new Head(false, 1, 0), 10, new Seed(1));
        assertThat(all.cachesDropout()).isFalse();
        assertThat(names(all.trained())).contains("classifier.0.weight", "classifier.3.weight", "classifier.6.weight");
        assertThat(all.frozen().outputShape(IMAGE.prepend(1))).isEqualTo(Shape.of(1, 512, 7, 7));

        TransferNetwork tuned = TransferNetwork.of(withDense(), 1, new Head(true, 1, 0), 10, new Seed(1));
        assertThat(tuned.trained().parameters().stream()
                        .filter(parameter -> !parameter.frozen())
                        .map(Parameter::name))
                .contains("features.16.weight", "classifier.6.weight")
                .doesNotContain("classifier.0.weight", "classifier.3.weight");
        Tensor images = new Seed(3).stream("images").uniforms(IMAGE.prepend(1), -1, 1);
        assertThat(tuned.whole().forward(images, Pass.evaluation()).shape()).isEqualTo(Shape.of(1, 10));
    }

    @Test
    void theFirstBlockStaysFrozen() {
        assertThatThrownBy(() -> small(4))
                .isInstanceOf(UserError.class)
                .hasMessage("--unfreeze 4: the network has 4 blocks, and the first stays frozen; give 0 to 3");
    }

    private static TransferNetwork small(int unfrozen) {
        return TransferNetwork.of(Backbones.small(IMAGE, 0, false, new Seed(1)), unfrozen, HEAD, 10, new Seed(1));
    }

    /** VGG-11 with 8 units in its hidden dense layers. */
    private static Backbone withDense() {
        Sequential features = Vgg.VGG11.features(IMAGE).create(Initialization.HE, new Seed(1));
        Sequential dense = Vgg.VGG11.classifier(8, 10).create(Initialization.HE, new Seed(2));
        return new Backbone("vgg11", features, 5, IMAGE, Convention.TORCHVISION, Optional.of(dense));
    }

    private static List<String> names(Layer network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }

    private record Fixed(Tensor features, Dataset images) implements Dataset {
        @Override
        public int size() {
            return images.size();
        }

        @Override
        public Shape sampleShape() {
            return features.shape().withoutFirst();
        }

        @Override
        public List<String> classNames() {
            return images.classNames();
        }

        @Override
        public int label(int sample) {
            return images.label(sample);
        }

        @Override
        public void read(int sample, float[] target, int offset) {
            int size = sampleShape().size();
            System.arraycopy(features.data(), sample * size, target, offset, size);
        }
    }
}
