package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineChartTest {
    private static final double NAN = Double.NaN;

    @TempDir
    Path directory;

    private final LineChart chart = LineChart.of("Accuracy", "epoch", "accuracy (%)")
            .with("relu", new double[] {1, 2, 3}, new double[] {80, NAN, 100 * 0.883})
            .with("tanh, scaled", new double[] {2, 4}, new double[] {70, 75});

    @Test
    void writesTheNumbersBesideThePicture() throws Exception {
        SavedPicture saved = chart.save(directory.resolve("new/accuracy.png"));

        Looks.read(saved);
        assertThat(saved.csv()).isEqualTo(directory.resolve("new/accuracy.csv"));
        assertThat(saved.csv()).hasContent("epoch,relu,\"tanh, scaled\"\n1,80,\n2,,70\n3,88.3,\n4,,75\n");
        assertThat(directory.resolve("new")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void takesANameWithoutExtensionAndWithDots() throws Exception {
        assertThat(chart.save(directory.resolve("lr0.01")).png()).hasValue(directory.resolve("lr0.01.png"));
    }

    @Test
    void othersMayReadTheFilesIfTheUsersMaskSaysSo() throws Exception {
        Path plain = Files.writeString(directory.resolve("plain"), "as any other file");
        if (plain.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> usual = Files.getPosixFilePermissions(plain);
            assertThat(Files.getPosixFilePermissions(
                            chart.save(directory.resolve("a")).csv()))
                    .isEqualTo(usual);
        }
    }

    @Test
    void saysInWordsWhereTheLinesEnd() {
        assertThat(chart.altText())
                .isEqualTo(
                        "Line chart: Accuracy, accuracy (%) by epoch; relu ends at 88.3 %, tanh, scaled ends at 75 %.");
    }

    @Test
    void leavesOutWhatIsNotFinite() throws Exception {
        double[] x = {1, 2, 3};
        LineChart broken = LineChart.of("Loss", "epoch", "loss")
                .with("diverged", x, new double[] {NAN, NAN, NAN})
                .with("infinite", x, new double[] {1, Double.POSITIVE_INFINITY, 2});

        BufferedImage image = Looks.read(broken.save(directory.resolve("loss")));

        assertThat(Looks.pixels(image, Theme.colour(0).getRGB())).isZero();
        assertThat(Looks.pixels(image, Theme.colour(1).getRGB())).isGreaterThan(500);
        assertThat(broken.altText()).contains("diverged has no values", "infinite ends at 2");
    }

    @Test
    void drawsNoneOneEqualAndManyPoints() throws Exception {
        double[] many = IntStream.range(0, 1000).asDoubleStream().toArray();
        Looks.read(LineChart.of("None", "epoch", "loss").save(directory.resolve("none")));
        Looks.read(LineChart.of("One", "epoch", "loss")
                .with("a", new double[] {1}, new double[] {2.3})
                .save(directory.resolve("one")));
        Looks.read(LineChart.of("Equal", "epoch", "loss")
                .with("a", new double[] {1, 2}, new double[] {0, 0})
                .save(directory.resolve("equal")));
        Looks.read(LineChart.of("Many", "step", "loss").with("a", many, many).save(directory.resolve("many")));
    }

    @Test
    void longTitlesAndManyNamesStayInside() throws Exception {
        LineChart crowded = LineChart.of("A title that goes on ".repeat(12), "epoch", "loss");
        for (int i = 0; i < 14; i++) {
            String name = "run " + i + " with everything that was ever tried in one single name, twice and thrice";
            crowded = crowded.with(name, new double[] {1, 2}, new double[] {i, i + 1});
        }
        Looks.read(crowded.save(directory.resolve("crowded")));
    }

    @Test
    void xMustIncrease() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.with("back", new double[] {2, 1}, new double[] {0, 0}))
                .withMessageContaining("back: x must increase");
    }
}
