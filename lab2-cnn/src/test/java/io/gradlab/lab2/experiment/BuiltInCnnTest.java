package io.gradlab.lab2.experiment;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The experiments on the built-in sets, as the command line runs them. */
class BuiltInCnnTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"digits-cnn", "shapes-cnn"})
    void aShortRunWritesItsHistoryModelsSummaryAndPictures(String experiment) throws IOException {
        Path out = folder.resolve("run");
        StringWriter text = new StringWriter();
        assertThat(run(text, experiment, "--limit", "200", "--epochs", "1", "--out", out.toString()))
                .isZero();
        assertThat(text.toString()).contains("Conv2d(", "200 training, 2,000 validation, 2,000 test", "Test accuracy");
        for (String file : new String[] {"history.csv", "model.safetensors", "last.safetensors", "summary.json"}) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.exists(out.resolve("confusion.png")))
                .isEqualTo(Pictures.available().available());
        assertThat(Files.readAllLines(out.resolve("history.csv"))).hasSize(2);
        assertThat(Safetensors.read(out.resolve("model.safetensors")).tensors())
                .containsOnlyKeys(
                        "conv1.weight",
                        "conv1.bias",
                        "conv2.weight",
                        "conv2.bias",
                        "fc1.weight",
                        "fc1.bias",
                        "fc2.weight",
                        "fc2.bias");
    }

    @Test
    void theNetworksAreSmall() {
        assertThat(DigitsCnn.NETWORK.summary().parameters()).isEqualTo(159_482);
        assertThat(ShapesCnn.NETWORK.summary().parameters()).isEqualTo(56_442);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--with mine | gradlab: Task 2.",
                "--mine maxpool,batchnorm | gradlab: Task 2.5 is not implemented yet; write it, then `./gradlab check 2.5`"
            })
    void anUnwrittenLayerSaysWhatToWrite(String options, String message) {
        assertThat(failure(1, options)).startsWith(message).contains("write it, then `./gradlab check 2.");
    }

    @Test
    void whatIsNoPartIsRefused() {
        assertThat(failure(2, "--mine conv3d")).contains("expected conv2d, maxpool, avgpool");
    }

    private String failure(int code, String options) {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        String out = folder.resolve("own").toString();
        String[] words = (options + " --limit 20 --epochs 1 --out " + out).split(" ");
        try {
            assertThat(run(new StringWriter(), "digits-cnn", words)).isEqualTo(code);
        } finally {
            System.setErr(before);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        return errors.toString(StandardCharsets.UTF_8);
    }

    private static int run(StringWriter text, String experiment, String... options) {
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(text));
        String[] arguments = new String[options.length + 2];
        arguments[0] = "train";
        arguments[1] = experiment;
        System.arraycopy(options, 0, arguments, 2, options.length);
        return line.execute(arguments);
    }
}
