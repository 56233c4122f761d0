package io.gradlab.lab2.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
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

    @BeforeAll
    static void train() {
        run = folder.resolve("run");
        assertThat(execute("train", "digits-cnn", "--limit", "400", "--epochs", "2", "--out", run.toString()))
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
                .matches("0,\"image \\d+: true \\d, predicted \\d \\(\\d+ %\\)\",.*");
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
    void mistakesOfUseAreOneLine() {
        assertThat(errorOf("analyze", folder.toString(), "--of", "all"))
                .startsWith("gradlab: There is no finished run in " + folder + "; name a folder");
        assertThat(errorOf("analyze", folder.resolve("none").toString(), "--of", "all"))
                .startsWith("gradlab: " + folder.resolve("none") + " is no folder;");
        assertThat(errorOf("analyze", run.toString(), "--of", "curves,kernel"))
                .startsWith("gradlab: --of kernel: there is no such analysis; there are curves, confusion");
        assertThat(errorOf("analyze", run.toString(), "--of", "samples", "--class", "x"))
                .startsWith("gradlab: --class x: there is no such class; there are 0, 1, 2");
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
