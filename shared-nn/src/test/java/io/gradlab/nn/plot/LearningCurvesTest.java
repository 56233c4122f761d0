package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.nn.train.History;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurvesTest {
    @TempDir
    Path directory;

    @Test
    void savesLossAndAccuracyInPercent() throws Exception {
        List<SavedPicture> saved = LearningCurves.save(directory.resolve("run"), history(3, 0.7), ", digits");

        assertThat(saved)
                .extracting(SavedPicture::csv)
                .containsExactly(directory.resolve("run/loss.csv"), directory.resolve("run/accuracy.csv"));
        for (SavedPicture picture : saved) {
            Looks.read(picture);
        }
        assertThat(saved.get(0).csv())
                .hasContent("epoch,train,validation\n1,1,1.25\n2,0.5,0.75\n3,0.333333333,0.583333333\n");
        assertThat(saved.get(1).csv()).hasContent("epoch,train,validation\n1,50,70\n2,75,70\n3,83.3333333,70\n");
    }

    @Test
    void withoutAValidationSetOnlyTheTrainingIsDrawn() throws Exception {
        History history = new History();
        history.add(new History.Epoch(1, 0.5, 0.8, Double.NaN, Double.NaN, 1, 1));

        List<SavedPicture> saved = LearningCurves.save(directory, history, "");

        assertThat(saved.get(0).csv()).hasContent("epoch,train,validation\n1,0.5,\n");
        BufferedImage image = Looks.read(saved.get(0));
        assertThat(Looks.pixels(image, Theme.colour(1).getRGB())).isZero();
    }

    @Test
    void comparesRunsWithAColourForEach() throws Exception {
        SequencedMap<String, History> runs = new LinkedHashMap<>();
        runs.put("relu", history(20, 0.9));
        runs.put("tanh", history(10, 0.8));
        LineChart both = CurveComparison.accuracy("Two activations", runs);

        BufferedImage image = Looks.read(both.save(directory.resolve("both")));

        assertThat(Looks.pixels(image, Theme.colour(0).getRGB())).isGreaterThan(500);
        assertThat(Looks.pixels(image, Theme.colour(1).getRGB())).isGreaterThan(500);
        assertThat(Looks.pixels(image, Theme.colour(2).getRGB())).isZero();
        assertThat(both.toCsv()).startsWith("epoch,relu train,relu validation,tanh train,tanh validation\n");
        assertThat(CurveComparison.of("One column", Curve.VALIDATION_ACCURACY, runs)
                        .altText())
                .contains("validation accuracy (%) by epoch; relu ends at 90 %, tanh ends at 80 %");
    }

    private static History history(int epochs, double validationAccuracy) {
        History history = new History();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double loss = 1.0 / epoch;
            history.add(new History.Epoch(epoch, loss, 1 - loss / 2, loss + 0.25, validationAccuracy, 1, 1000));
        }
        return history;
    }
}
