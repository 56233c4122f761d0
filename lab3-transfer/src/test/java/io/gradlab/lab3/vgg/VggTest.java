package io.gradlab.lab3.vgg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
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
        "VGG16, 10, 134301514"
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
    void otherImagesAreRefusedWithASentence() {
        assertThatThrownBy(() -> Vgg.VGG16.features(Shape.of(1, 28, 28)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("VGG takes images [3, 224, 224], but got [1, 28, 28]: resize them to 224×224 with three"
                        + " channels (other sizes need an adaptive pool)");
    }
}
