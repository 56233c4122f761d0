package io.gradlab.lab3.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The VGG networks against the published figures; no weights are made but those of VGG-11's features. */
class VggTest {
    private static final Shape IMAGE = Shape.of(3, 224, 224);

    @ParameterizedTest
    @CsvSource({
        "VGG11, 1000, 132863336",
        "VGG13, 1000, 133047848",
        "VGG16, 1000, 138357544",
        "VGG19, 1000, 143667240",
        "VGG16, 10, 134301514",
        "VGG11_BN, 1000, 132868840",
        "VGG13_BN, 1000, 133053736",
        "VGG16_BN, 1000, 138365992",
        "VGG19_BN, 1000, 143678248"
    })
    void hasThePublishedNumberOfParameters(Vgg vgg, int outputs, long parameters) {
        assertThat(vgg.summary(IMAGE, outputs).parameters()).isEqualTo(parameters);
    }

    @Test
    void vgg16HasTheListedOutputShapes() {
        NetworkSummary summary = Vgg.VGG16.summary(IMAGE, 10);
        assertThat(summary.rows())
                .filteredOn(row -> row.layer().startsWith("MaxPool") || row.parameters() > 0)
                .extracting(row -> row.name() + " " + row.output())
                .containsExactly(
                        "features.0 [64, 224, 224]",
                        "features.2 [64, 224, 224]",
                        "features.4 [64, 112, 112]",
                        "features.5 [128, 112, 112]",
                        "features.7 [128, 112, 112]",
                        "features.9 [128, 56, 56]",
                        "features.10 [256, 56, 56]",
                        "features.12 [256, 56, 56]",
                        "features.14 [256, 56, 56]",
                        "features.16 [256, 28, 28]",
                        "features.17 [512, 28, 28]",
                        "features.19 [512, 28, 28]",
                        "features.21 [512, 28, 28]",
                        "features.23 [512, 14, 14]",
                        "features.24 [512, 14, 14]",
                        "features.26 [512, 14, 14]",
                        "features.28 [512, 14, 14]",
                        "features.30 [512, 7, 7]",
                        "classifier.0 [4096]",
                        "classifier.3 [4096]",
                        "classifier.6 [10]");
    }

    @Test
    void vgg16TakesAboutFifteenAndAHalfBillionMultiplyAddsAnImage() {
        assertThat(Vgg.VGG16.summary(IMAGE, 1000).multiplyAdds()).isEqualTo(15_470_264_320L);
    }

    @Test
    void theFeaturesParametersHaveTorchvisionsNames() {
        var features = Vgg.VGG11.features(IMAGE).create(Initialization.ZERO, new Seed(1));
        assertThat(features.parameters())
                .extracting(Parameter::name)
                .startsWith("0.weight", "0.bias", "3.weight", "3.bias", "6.weight")
                .endsWith("18.weight", "18.bias");
    }

    @Test
    void batchNormTakesAPlaceAndHasStatistics() {
        var features = Vgg.VGG11_BN.features(IMAGE).create(Initialization.ZERO, new Seed(1));
        assertThat(features.parameters())
                .extracting(Parameter::name)
                .startsWith("0.weight", "0.bias", "1.weight", "1.bias", "4.weight")
                .endsWith("25.weight", "25.bias", "26.weight", "26.bias");
        assertThat(features.buffers()).containsKeys("1.running_mean", "26.running_var");
    }

    @Test
    void smallImagesPassThroughTheAdaptivePool() {
        var network = Vgg.VGG11.create(Shape.of(3, 64, 48), 16, 10, Initialization.HE, new Seed(1));
        Tensor images = new Seed(2).stream("x").uniforms(Shape.of(2, 3, 64, 48), -1, 1);
        assertThat(network.forward(images, Pass.evaluation()).shape()).isEqualTo(Shape.of(2, 10));
        assertThat(Vgg.VGG11.summary(Shape.of(3, 64, 48), 10).rows())
                .extracting(row -> row.name() + " " + row.output())
                .contains("features.20 [512, 2, 1]", "avgpool [512, 7, 7]", "flatten [25088]", "classifier.6 [10]");
    }

    @Test
    void theSummaryBeforeAndAfterTheWeightsIsTheSame() {
        Shape image = Shape.of(3, 32, 32);
        var features = Vgg.VGG13_BN.features(image);
        assertThat(NetworkSummary.of(features.create(Initialization.ZERO, new Seed(1)), image))
                .hasToString(features.summary().toString());
    }

    @Test
    void otherImagesAreRefusedWithASentence() {
        assertThatThrownBy(() -> Vgg.VGG16.features(Shape.of(1, 28, 28)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VGG takes images [3, H, W] of at least 32×32, but got [1, 28, 28]: repeat a gray image's"
                        + " channel, and enlarge small images");
    }
}
