package io.gradlab.lab1.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of report A, on 60,000 made-up images: the class's row is bright. */
class FashionMlpTest {
    private static final int IMAGES = 60_000;
    private static final int SIDE = 28;

    private record End(int code, String out, String err) {}

    @TempDir
    private static Path data;

    @BeforeAll
    static void writeImages() throws IOException {
        Path folder = Files.createDirectories(data.resolve("fashion-mnist"));
        try (DataOutputStream images = packed(folder.resolve("train-images-idx3-ubyte.gz"));
                DataOutputStream labels = packed(folder.resolve("train-labels-idx1-ubyte.gz"))) {
            for (int number : new int[] {0x0803, IMAGES, SIDE, SIDE}) {
                images.writeInt(number);
            }
            labels.writeInt(0x0801);
            labels.writeInt(IMAGES);
            for (int i = 0; i < IMAGES; i++) {
                int label = new Seed(1).stream("labels").below(i, 10);
                byte[] image = new byte[SIDE * SIDE];
                Arrays.fill(image, SIDE * (2 * label + 4), SIDE * (2 * label + 5), (byte) 250);
                images.write(image);
                labels.writeByte(label);
            }
        }
    }

    private static DataOutputStream packed(Path file) throws IOException {
        return new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    @Test
    void aSeriesTrainsEachRunInAFolderOfItsOwnAndTheReportReloadsThem(@TempDir Path out) throws IOException {
        List<String> series = List.of("--activation", "tanh", "--seeds", "1,2", "--epochs", "50", "--limit", "64");
        assertThat(train(out, series).code()).isZero();
        assertThat(out.resolve("tanh-plain-seed-1/epoch-50.safetensors")).exists();
        assertThat(Files.readString(out.resolve("tanh-plain-seed-2/summary.json")))
                .contains("\"recipe\" : \"plain gradient descent");

        End linear = train(out, List.of("--activation", "linear", "--init", "1", "--seeds", "1,2", "--limit", "64"));
        assertThat(linear.code()).isEqualTo(1);
        assertThat(linear.out()).contains("Training diverged (epoch ");
        assertThat(Files.readString(out.resolve("linear-plain-init-1.0-seed-2/history.csv")))
                .doesNotContain("NaN");

        End again = train(out, with(series, "--resume"));
        assertThat(again.out()).contains("tanh-plain-seed-1 has ended already").doesNotContain("epoch  1/50");

        End report = run("report", "fashion-mlp", "--runs", out.toString(), "--data", data.toString());
        assertThat(report.err()).isEmpty();
        assertThat(report.code()).isZero();
        assertThat(report.out())
                .containsPattern("tanh +100.00 ± 0.00 \\(89.28\\) +- \\(88.45\\)")
                .containsPattern("linear, --init 1.0 +exploded in epoch \\d, \\d \\(9.95\\)")
                .containsPattern("tanh +plain +0.1 +50 +1, 2 +100.00 ± 0.00 +89.28 +above")
                .contains("Best model of the table, by validation accuracy: tanh, seed 1, after 50 epochs: 100.00 %")
                .contains("linear, --init 1.0, seed 2. Training diverged (epoch ");
        assertThat(out.resolve("report/tanh-scikit-learn.csv"))
                .content()
                .contains("ours")
                .contains("scikit-learn");
        assertThat(out.resolve("report/tanh-loss.csv")).exists();
        assertThat(out.resolve("report/linear-rates.csv")).content().contains("scikit-learn at 0.001");
        assertThat(out.resolve("report/report.md")).content().contains("| tanh | 100.00 ± 0.00 (89.28) |");
        assertThat(out.resolve("report/report.html")).content().contains("What exploded");
    }

    @Test
    void theBetterRecipeSaysWhatItIsAndTakesOptions(@TempDir Path out) throws IOException {
        End end = train(out, List.of("--recipe", "best", "--epochs", "2", "--limit", "64", "--activation", "tanh"));

        assertThat(end.code()).isZero();
        assertThat(Files.readString(out.resolve("summary.json")))
                .contains("\"--recipe\" : \"best\"")
                .contains(MlpRecipe.BEST.inWords(ActivationKind.TANH));
    }

    @Test
    void wrongUsageIsOneLine(@TempDir Path out) {
        assertThat(train(out, List.of("--seed", "1", "--seeds", "1,2")).err()).contains("--seed and --seeds: give one");
        assertThat(train(out, List.of("--activation", "relu,swish")).err()).contains("there is no activation 'swish'");
        assertThat(train(out, List.of("--init", "-1")).err()).contains("there is no initialization '-1'");
        assertThat(train(out, List.of("--recipe", "bad")).err()).contains("plain, best");
        assertThat(run("report").err())
                .contains("report on what? Name the folders of runs")
                .contains("fashion-mlp");
        End empty = run("report", "fashion-mlp", "--runs", out.toString(), "--data", data.toString());
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err().lines()).hasSize(1);
        assertThat(empty.err()).contains("no finished fashion-mlp run in it; train some with");
    }

    private static List<String> with(List<String> options, String more) {
        List<String> all = new ArrayList<>(options);
        all.add(more);
        return all;
    }

    private static End train(Path out, List<String> options) {
        List<String> arguments =
                new ArrayList<>(List.of("train", "fashion-mlp", "--data", data.toString(), "--out", out.toString()));
        arguments.addAll(options);
        return run(arguments.toArray(String[]::new));
    }

    private static End run(String... arguments) {
        StringWriter out = new StringWriter();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
            int code = line.execute(arguments);
            return new End(code, out.toString(), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
