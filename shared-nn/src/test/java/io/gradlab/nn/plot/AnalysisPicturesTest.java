package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Heat maps, histograms, scatter plots, logarithmic charts, panels and pair sheets. */
class AnalysisPicturesTest {
    @TempDir
    Path directory;

    @Test
    void heatMapsShareOneScaleAndClip() throws Exception {
        HeatMaps.Item map = new HeatMaps.Item(Tensor.matrix(new float[] {0, 1}, new float[] {0.5f, 7}), "channel 3");
        HeatMaps maps = new HeatMaps("Outputs", "output", List.of(map), 5, HeatMaps.Scale.unit());

        BufferedImage image = Looks.read(maps.save(directory.resolve("maps")));

        assertThat(Looks.pixels(image, 0xFF808080)).isGreaterThan(10_000);
        assertThat(Looks.pixels(image, 0xFF000000)).isGreaterThan(10_000);
        assertThat(directory.resolve("maps.csv"))
                .hasContent(
                        "map,row,column,output\nchannel 3,0,0,0\nchannel 3,0,1,1\nchannel 3,1,0,0.5\nchannel 3,1,1,7\n");
    }

    @Test
    void aSignedScaleIsWhiteAtZero() {
        List<HeatMaps.Item> maps = List.of(new HeatMaps.Item(Tensor.matrix(new float[] {-2, 1}), "kernel"));
        HeatMaps.Scale scale = HeatMaps.Scale.symmetric(maps);
        assertThat(scale).isEqualTo(new HeatMaps.Scale(-2, 2, true));
        assertThat(scale.colour(0)).isEqualTo(Theme.PAPER);
        assertThat(scale.colour(-2).getBlue()).isGreaterThan(scale.colour(-2).getRed());
        assertThat(scale.colour(2).getRed()).isGreaterThan(scale.colour(2).getBlue());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeatMaps.Item(Tensor.zeros(1, 2, 2), "cube"))
                .withMessageContaining("\"cube\" is [1, 2, 2]");
    }

    @Test
    void histogramsCountEveryNumberOnce() throws Exception {
        float[] few = {-1, -1, 0, 3, Float.NaN};
        Histograms histograms = new Histograms(
                "Weights",
                "weight",
                List.of(new Histograms.Panel(
                        "fc1", List.of(new Histograms.Sample("a", few), new Histograms.Sample("b", new float[] {2})))));

        Looks.read(histograms.save(directory.resolve("weights")));

        List<String> lines = Files.readAllLines(directory.resolve("weights.csv"));
        assertThat(lines).hasSize(21).contains("fc1,a,-1,-0.6,2", "fc1,a,2.6,3,1", "fc1,b,1.8,2.2,1");
        assertThat(lines.stream()
                        .skip(1)
                        .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(',') + 1)))
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void scatterPointsHaveTheirGroupsColours() throws Exception {
        List<ScatterPlot.Point> points =
                List.of(new ScatterPlot.Point(0, 0, 0), new ScatterPlot.Point(1, 5, 1), new ScatterPlot.Point(2, 3, 1));
        ScatterPlot plot = new ScatterPlot("Map", "x (m)", "y (m)", List.of("cat", "dog"), points);

        BufferedImage image = Looks.read(plot.save(directory.resolve("map")));

        assertThat(Looks.pixels(image, Theme.colour(1).getRGB())).isGreaterThan(300);
        assertThat(directory.resolve("map.csv"))
                .hasContent("point,x (m),y (m),group\n0,0,0,cat\n1,1,5,dog\n2,2,3,dog\n");
    }

    @Test
    void aPowerLawIsAStraightLineOnLogarithmicAxes() throws Exception {
        PlotScale scale = PlotScale.logarithmic(1, 10_000);
        assertThat(scale.share(100)).isEqualTo(0.5);
        assertThat(scale.ticks(5)).contains(1.0, 2.0, 5.0, 10_000.0);
        LogChart chart = new LogChart(
                "Loss", "samples", "loss", List.of(Series.of("measured", 0, new double[] {10, 100, 1000}, new double[] {
                    1, 0.1, 0
                })));

        Looks.read(chart.save(directory.resolve("log")));

        assertThat(directory.resolve("log.csv")).hasContent("samples,measured\n10,1\n100,0.1\n1000,0\n");
    }

    @Test
    void panelsAndPairSheetsAreDrawn() throws Exception {
        Series line = Series.of("train", 0, new double[] {1, 2, 3}, new double[] {50, 70, 80});
        LinePanels panels = new LinePanels(
                "Gap",
                "epoch",
                "accuracy (%)",
                List.of(new LinePanels.Panel("one", List.of(line)), new LinePanels.Panel("two", List.of(line))));
        Looks.read(panels.save(directory.resolve("gap")));
        assertThat(Files.readAllLines(directory.resolve("gap.csv"))).hasSize(7).contains("two,train,3,80");

        PairSheet.Sample sample = new PairSheet.Sample(
                "image 1",
                Tensor.of(Shape.of(1, 1, 2), new float[] {0, 1}),
                List.of("cat", "dog"),
                new float[] {0.25f, 0.75f},
                List.of(new PairSheet.Group("conv1", List.of(Tensor.zeros(2, 2)))));
        Looks.read(new PairSheet("cat taken for dog", sample, sample).save(directory.resolve("pair")));
        assertThat(Files.readAllLines(directory.resolve("pair.csv")))
                .hasSize(13)
                .contains("image 1,probability of dog,,,,0.75", "image 1,conv1,0,1,1,0");
    }
}
