package io.gradlab.lab3.visualize;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.lab3.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code visualize} on the built-in weights. */
class VisualizeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void activationMaximizationRaisesTheFiltersMeanFromFrameToFrame() throws IOException {
        CommandLineRun run = visualize("activation-max --layer features.10 --filter 3 --steps 12 --every 4");
        assertThat(run.code()).as(run.errors()).isZero();
        List<Double> activations = Files.readAllLines(folder.resolve("activation-max-features.10-3-curve.csv")).stream()
                .skip(1)
                .map(line -> Double.valueOf(line.split(",")[1]))
                .toList();
        assertThat(activations).hasSize(4).isSorted();
        assertThat(activations.getLast()).isGreaterThan(activations.getFirst() + 0.5);
        assertThat(Files.readAllLines(folder.resolve("activation-max-features.10-3.csv")))
                .hasSize(5)
                .last()
                .asString()
                .startsWith("3,step 12: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vanilla", "smoothgrad", "gradcam"})
    void saliencyIsDrawnByEachMethodForANamedClass(String method) {
        CommandLineRun run = visualize("saliency --image landscape --class ship --method " + method);
        assertThat(run.code()).as(run.errors()).isZero();
        assertThat(run.text()).contains("the built-in cifar-vgg takes the image for");
        assertThat(folder.resolve("saliency-" + method + "-8.csv")).isNotEmptyFile();
        assertThat(folder.resolve("saliency-" + method + "-8.html")).isNotEmptyFile();
    }

    @Test
    void responsesHoldEveryConvolutionReluAndPool() throws IOException {
        CommandLineRun run = visualize("responses --image random --filter 5");
        assertThat(run.code()).as(run.errors()).isZero();
        List<String> layers = Files.readAllLines(folder.resolve("responses-5.csv")).stream()
                .skip(1)
                .map(line -> line.split(",")[0])
                .distinct()
                .toList();
        assertThat(layers)
                .hasSize(8 + 8 + 4)
                .startsWith("features.0 convolution", "features.2 ReLU", "features.3 convolution")
                .endsWith("features.27 pool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "activation-max --layer features.99 | --layer features.99: the built-in cifar-vgg has no such layer;",
                "activation-max --layer features.0 --filter 32 | --filter 32: features.0 has the filters 0 to 31",
                "activation-max --layer classifier.0 | --layer classifier.0: it has no maps;",
                "activation-max --layer features.0 --steps 0 | --steps 0 --every 5: give 1 to 10000 steps",
                "saliency --class 10 | --class 10: there is no such class; give 0 to 9, or a name: airplane",
                "saliency --image nothing.png | nothing.png: there is no such file",
                "saliency --image pom.xml | pom.xml: is no image that Java reads",
                "saliency --size 8 | --size 8: give 32 to 512 pixels",
                "responses --filter 40 | --filter 40: features.0 has the filters 0 to 31",
                "responses --weights nothing | There is no file nothing, and no public weights of this name",
                "responses --run nowhere | The run in nowhere cannot be read: there is no such file"
            })
    void whatIsNotThereIsRefusedInOneLine(String arguments, String message) {
        CommandLineRun run = visualize(arguments);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors()).startsWith("gradlab: " + message).hasLineCount(1);
    }

    private CommandLineRun visualize(String arguments) {
        List<String> all = new ArrayList<>(List.of("visualize"));
        all.addAll(List.of(arguments.split(" ")));
        all.add("--out=" + folder);
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
