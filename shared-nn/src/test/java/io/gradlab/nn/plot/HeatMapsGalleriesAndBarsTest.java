package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapsGalleriesAndBarsTest {
    @TempDir
    Path directory;

    @Test
    void confusionIsDarkWhereSamplesAre() throws Exception {
        ConfusionMatrix matrix = ConfusionMatrix.of(2, new int[] {0, 1, 1, 1, 1}, new int[] {0, 1, 1, 1, 0});
        ConfusionPicture picture = new ConfusionPicture("Pets", matrix, List.of("cat", "dog"));

        BufferedImage image = Looks.read(picture.save(directory.resolve("confusion")));

        assertThat(Looks.pixels(image, ConfusionPicture.colour(1).getRGB())).isGreaterThan(5000);
        assertThat(Looks.pixels(image, ConfusionPicture.colour(0.75).getRGB())).isGreaterThan(5000);
        assertThat(Looks.pixels(image, ConfusionPicture.colour(0.25).getRGB())).isGreaterThan(5000);
        assertThat(directory.resolve("confusion.csv")).hasContent(matrix.toCsv(List.of("cat", "dog")));
        assertThat(picture.altText())
                .isEqualTo("Confusion matrix: Pets; 80.0 % of 5 samples right; most often dog taken for cat (1).");
    }

    @Test
    void anyNumberOfClassesFits() throws Exception {
        for (int classes : new int[] {1, 10, 35, 100, 1000}) {
            ConfusionMatrix matrix = new ConfusionMatrix(classes);
            IntStream.range(0, classes).forEach(label -> matrix.add(label, label));
            List<String> names = Collections.nCopies(classes, "a class with a very long name indeed");
            ConfusionPicture picture = new ConfusionPicture(classes + " classes", matrix, names);

            BufferedImage image = picture.draw();

            assertThat(Looks.pixels(image, ConfusionPicture.colour(1).getRGB())).isGreaterThan(1000);
            assertThat(image.getRGB(image.getWidth() - 1, 250)).isEqualTo(Theme.PAPER.getRGB());
        }
    }

    @Test
    void galleryShowsPixelsAsTheyAre() throws Exception {
        Tensor red = Tensor.of(Shape.of(3, 2, 2), new float[] {1, 1, 1, 1, 0, 0, 0, 0, 0, -5, 0, Float.NaN});
        Tensor grey = Tensor.of(Shape.of(1, 1, 2), new float[] {0.5f, 7});
        Gallery gallery = new Gallery(
                "Mistakes",
                List.of(new Gallery.Item(red, "true 3, predicted 5"), new Gallery.Item(grey, "a \"quoted\" caption")),
                2);

        BufferedImage image = Looks.read(gallery.save(directory.resolve("gallery")));

        assertThat(Looks.pixels(image, 0xFFFF0000)).isGreaterThan(100_000);
        assertThat(Looks.pixels(image, 0xFF808080)).isGreaterThan(40_000);
        assertThat(directory.resolve("gallery.csv"))
                .hasContent("image,caption,shape\n0,\"true 3, predicted 5\",\"[3, 2, 2]\"\n"
                        + "1,\"a \"\"quoted\"\" caption\",\"[1, 1, 2]\"\n");
        assertThat(gallery.altText()).contains("true 3, predicted 5");
    }

    @Test
    void galleryRefusesBatches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gallery.Item(Tensor.zeros(1, 1, 2, 2), "batch"))
                .withMessageContaining("\"batch\" is [1, 1, 2, 2]");
    }

    @Test
    void barsAreAsLongAsTheirValues() throws Exception {
        List<String> names = List.of("Ankle boot", "none", "whole");
        BarChart half = BarChart.percent("Halves", "class", "accuracy", names, new double[] {0.5, Double.NaN, 1});

        BufferedImage image = Looks.read(half.save(directory.resolve("bars")));

        long all = Looks.pixels(image, Theme.colour(0).getRGB());
        long whole = Looks.pixels(
                BarChart.percent("Halves", "class", "accuracy", names, new double[] {0, 0, 1})
                        .draw(),
                Theme.colour(0).getRGB());
        assertThat((double) all / whole).isBetween(1.4, 1.6);
        assertThat(directory.resolve("bars.csv")).hasContent("class,accuracy (%)\nAnkle boot,50\nnone,\nwhole,100\n");
        assertThat(half.altText()).contains("Ankle boot 50 %, none no value, whole 100 %");
    }
}
