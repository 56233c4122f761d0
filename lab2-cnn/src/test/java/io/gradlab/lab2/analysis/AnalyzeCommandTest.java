package io.gradlab.lab2.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.plot.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** {@code gradlab analyze} on a short run on the built-in digits. */
class AnalyzeCommandTest {
    @TempDir
    private static Path folder;

    private static Path run;
    private static Path other;

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        other = folder.resolve("other");
        assertThat(execute("train", "digits-cnn", "--limit", "400", "--epochs", "2", "--out", run.toString()))
                .isZero();
        assertThat(execute("train", "digits-cnn", "--limit", "100", "--epochs", "1", "--out", other.toString()))
                .isZero();
    }

    @Test
    void theRebuiltNetworkHasTheRunsTestAccuracy() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "confusion,classes"))
                .isZero();

        List<String> lines = Files.readAllLines(run.resolve("analysis/confusion.csv"));
        long right = 0;
        long all = 0;
        for (int label = 0; label < 10; label++) {
            String[] cells = lines.get(label + 1).split(",");
            right += Long.parseLong(cells[label + 1]);
            all += Arrays.stream(cells).skip(1).mapToLong(Long::parseLong).sum();
        }
        double accuracy = JsonMapper.shared()
                .readTree(Files.readString(run.resolve("summary.json")))
                .get("test_accuracy")
                .asDouble();
        assertThat((double) right / all).isEqualTo(accuracy);
        assertThat(all).isEqualTo(2000);
    }

    @Test
    void laterAnalysesJoinTheReport() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "curves")).isZero();
        assertThat(execute("analyze", run.toString(), "--of", "mistakes,samples,augmentation", "--count", "6"))
                .isZero();

        String report = Files.readString(run.resolve("report.html"));
        assertThat(report).contains("curves: loss and accuracy by epoch", "mistakes: misclassified test images");
        for (String name : List.of("loss", "accuracy", "mistakes", "samples", "augmentation")) {
            assertThat(run.resolve("analysis/" + name + ".csv")).isNotEmptyFile();
            assertThat(Files.exists(run.resolve("analysis/" + name + ".png")))
                    .isEqualTo(Pictures.available().available());
        }
        assertThat(Files.readAllLines(run.resolve("analysis/mistakes.csv")))
                .hasSize(7)
                .element(1)
                .asString()
                .matches("0,\"#\\d+: true \\d, predicted \\d \\(\\d+ %\\)\",.*");
    }

    @Test
    void theFinderTakesAClassAndRightOrWrong() throws IOException {
        assertThat(execute(
                        "analyze",
                        run.toString(),
                        "--of",
                        "samples",
                        "--class",
                        "7",
                        "--show",
                        "right",
                        "--count",
                        "3"))
                .isZero();
        assertThat(Files.readAllLines(run.resolve("analysis/samples.csv")).subList(1, 4))
                .allMatch(line -> line.contains("true 7") && !line.contains("predicted"));
    }

    @Test
    void kernelsAreTheModelsOwn() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "kernels")).isZero();
        float[] weights = Safetensors.read(run.resolve("model.safetensors"))
                .tensors()
                .get("conv1.weight")
                .data();
        List<String> lines = Files.readAllLines(run.resolve("analysis/kernels.csv"));
        assertThat(lines).hasSize(1 + weights.length);
        for (int i = 0; i < weights.length; i++) {
            assertThat(Float.parseFloat(lines.get(i + 1).replaceAll(".*,", ""))).isEqualTo(weights[i]);
        }
    }

    @Test
    void everyConvolutionAndPoolingLayerShowsTwentyChannelsAfterItsActivation() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "activations", "--image", "7"))
                .isZero();
        for (String layer : List.of("conv1", "2", "conv2", "5")) {
            List<String> lines = Files.readAllLines(run.resolve("analysis/activations-" + layer + ".csv"));
            int channels = layer.equals("conv1") || layer.equals("2") ? 12 : 20;
            int side = layer.equals("conv1") ? 28 : layer.equals("5") ? 7 : 14;
            assertThat(lines).hasSize(1 + channels * side * side);
            assertThat(lines.stream().skip(1).map(line -> line.replaceAll(".*,", "")))
                    .allMatch(value -> Float.parseFloat(value) >= 0)
                    .anyMatch(value -> Float.parseFloat(value) > 0);
        }
    }

    @Test
    void weightsStandBesideAnotherRuns() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "weights", "--beside", other.toString()))
                .isZero();
        List<String> shares = Files.readAllLines(run.resolve("analysis/weight-shares.csv"));
        assertThat(shares).hasSize(9).element(1).asString().startsWith("run,conv1.weight,300,");
        assertThat(shares.get(5)).startsWith("other,conv1.weight,300,");
        assertThat(Files.readString(run.resolve("analysis/biases.csv"))).contains("fc2.bias,run,", "fc2.bias,other,");
    }

    @Test
    void embeddingsAreMappedAndHaveNeighbours() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "tsne,neighbours", "--points", "60", "--layer", "fc1"))
                .isZero();
        assertThat(Files.readAllLines(run.resolve("analysis/tsne.csv"))).hasSize(61);
        List<String> neighbours = Files.readAllLines(run.resolve("analysis/neighbours.csv"));
        assertThat(neighbours).hasSize(1 + 4 * 9);
        for (int image = 0; image < 4; image++) {
            String self = "(" + image + ")";
            assertThat(neighbours.subList(2 + 9 * image, 10 + 9 * image)).noneMatch(line -> line.contains(self));
        }
    }

    @Test
    void pairsSetAMismatchBesideACorrectSampleOfThePredictedClass() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "pairs")).isZero();
        String pair = Files.readString(run.resolve("analysis/pair-1.csv"));
        assertThat(pair)
                .contains(
                        ", a mismatch\",probability of 9",
                        ", correct\",probability of 9",
                        "\"conv2, channels 0 to 9\"");
    }

    @Test
    void runsOfDifferentSizesGiveASlope() throws IOException {
        assertThat(execute("analyze", run.toString(), "--of", "all", "--runs", folder.toString(), "--points", "50"))
                .isZero();
        assertThat(Files.readAllLines(run.resolve("analysis/subsets.csv")))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith(other + ",100,");
        assertThat(Files.readString(run.resolve("report.html"))).contains("Slope ", "no interval from two runs");
        assertThat(Files.readAllLines(run.resolve("analysis/gap.csv"))).hasSize(1 + 2 * (2 + 1));
        assertThat(run.resolve("analysis/compare-loss.csv")).isNotEmptyFile();
    }

    @Test
    void mistakesOfUseAreOneLine() {
        assertThat(errorOf("analyze", folder.toString(), "--of", "all"))
                .startsWith("gradlab: There is no finished run in " + folder + "; name a folder");
        assertThat(errorOf("analyze", folder.resolve("none").toString(), "--of", "all"))
                .startsWith("gradlab: " + folder.resolve("none") + " is no folder;");
        assertThat(errorOf("analyze", run.toString(), "--of", "curves,kernel"))
                .startsWith("gradlab: --of kernel: there is no such analysis; there are curves, confusion");
        assertThat(errorOf("analyze", run.toString(), "--of", "samples", "--class", "x"))
                .startsWith("gradlab: --class x: there is no such class; there are 0, 1, 2");
        assertThat(errorOf("analyze", run.toString(), "--of", "tsne", "--layer", "fc9"))
                .startsWith(
                        "gradlab: --layer fc9: there is no such layer; there are conv1, 1, 2, conv2, 4, 5, 6, fc1,");
        assertThat(errorOf("analyze", run.toString(), "--of", "activations", "--image", "2000"))
                .startsWith("gradlab: --image 2000: the test images are numbered 0 to 1999");
        assertThat(errorOf("analyze", run.toString(), "--of", "subsets"))
                .startsWith("gradlab: --of subsets compares runs: name them with --runs");
    }

    @Test
    void aRunThatCannotBeRebuiltIsRefused() throws IOException {
        assertThat(errorOfChanged("\"digits-cnn\"", "\"gone-cnn\""))
                .contains("is of an experiment \"gone-cnn\" that is not there");
        assertThat(errorOfChanged("\"--epochs\" : \"2\"", "\"--epochs\" : \"x\""))
                .contains("cannot be rebuilt by `train digits-cnn` (");
        assertThat(errorOfChanged("\"--limit\" : \"400\"", "\"--limit\" : \"400\", \"--old\" : \"1\""))
                .contains("--old was 1 and would be null");
        assertThat(errorOfChanged("\"options\"", "\"divergence\" : \"why\", \"options\""))
                .contains("diverged and has no model");
    }

    /** Returns the error for a copy of the run with a changed summary. */
    private static String errorOfChanged(String before, String after) throws IOException {
        Path changed = Files.createTempDirectory(folder, "changed");
        for (String file : List.of("history.csv", "model.safetensors")) {
            Files.copy(run.resolve(file), changed.resolve(file));
        }
        String summary = Files.readString(run.resolve("summary.json"));
        assertThat(summary).contains(before);
        Files.writeString(changed.resolve("summary.json"), summary.replace(before, after));
        String error = errorOf("analyze", changed.toString(), "--of", "curves");
        Files.delete(changed.resolve("summary.json")); // no run any more, for the tests that look for runs
        return error;
    }

    /** Returns the one line that a command which is refused prints. */
    private static String errorOf(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assertThat(execute(arguments)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        return errors.toString(StandardCharsets.UTF_8);
    }

    private static int execute(String... arguments) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(new StringWriter()));
        return line.execute(arguments);
    }
}
