package io.gradlab.lab2.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The published experiments on tiny sets, as the command line runs them. */
class ReportExperimentsTest {
    private static final int RIGHT = 0;

    private record End(int code, String out) {}

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSets() throws IOException {
        TinyData.mnist(data, 400, 60);
        TinyData.cifar(data, 40);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist-plain --normalize off",
                "mnist-plain --normalize on",
                "mnist-cnn --fraction 1/16 --augment crop",
                "mnist-cnn --pools none --limit 20",
                "mnist-l2 --kernel 3 --filters 64 --l2 0.001 --limit 40",
                "mnist-l2 --l2 0.001 --l2-mode loss-only --init truncated --limit 40",
                "mnist-views --loss double-softmax",
                "mnist-views --loss logits",
                "mnist-mlp",
                "cifar-l2 --l2 0.001 --first-kernel 5 --activation selu --pool avg",
                "cifar-lenet --optimizer sgd --kernel 4 --batch-norm --leaky-relu --augment hue,saturation,rotation",
                "cifar-deep --limit 40"
            })
    void trainsAndSavesWithItsOptionsInTheSummary(String command) throws IOException {
        End end = train(command + " --epochs 1 --batch 20");
        assertThat(end.code()).as(end.out()).isEqualTo(RIGHT);
        assertThat(folder.resolve("run/model.safetensors")).isNotEmptyFile();
        String summary = Files.readString(folder.resolve("run/summary.json"));
        List<String> words = List.of(command.split(" "));
        for (int i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).startsWith("--") && !words.get(i + 1).startsWith("--")) {
                assertThat(summary).contains("\"" + words.get(i) + "\" : \"" + words.get(i + 1) + "\"");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist-cnn --fraction 1/16",
                "mnist-l2 --l2 0.001 --l2-mode loss-only --init truncated --limit 40 --iterations 2",
                "cifar-l2 --activation selu --pool avg --limit 40",
                "cifar-lenet --sample-every 2",
                "cifar-lenet --batch-norm --leaky-relu --augment hue,rotation"
            })
    void aRunIsBuiltAgainFromItsSummary(String command) {
        String epochs = command.contains("--iterations") ? "" : " --epochs 1";
        assertThat(train(command + epochs + " --batch 20").code()).isEqualTo(RIGHT);
        CommandLine line = Main.commandLine().setOut(new PrintWriter(new StringWriter()));
        String run = folder.resolve("run").toString();
        assertThat(line.execute("analyze", run, "--of", "classes,curves", "--data", data.toString()))
                .isEqualTo(RIGHT);
    }

    @Test
    void theSmallNetworkLearnsTheTinyDigits() {
        End end = train("mnist-plain --epochs 8 --batch 10");
        assertThat(end.out()).contains("200 training, 200 validation, 60 test samples");
        assertThat(accuracy()).isGreaterThan(0.9);
    }

    @Test
    void theFastNetworkLearnsTheTinyPictures() throws IOException {
        End end = train("cifar-94 --width 32 --epochs 8 --batch 8 --lr 0.01");
        assertThat(end.code()).as(end.out()).isEqualTo(RIGHT);
        assertThat(accuracy()).as("guessing has 0.1").isGreaterThan(0.4);
        assertThat(Files.readString(folder.resolve("run/figures.csv"))).contains("six views of each");
    }

    @Test
    void withoutTheTestBatchTheFifthIsHeldOutAndEverythingSaysSo() throws IOException {
        End end = train("cifar-lenet --epochs 1 --batch 20");
        String name = "CIFAR-10, fifth batch held out";
        assertThat(end.out()).contains(name + ": 80 training, 80 validation, 40 test samples");
        assertThat(Files.readString(folder.resolve("run/summary.json")))
                .contains("\"data\" : \"" + name + "\"")
                .contains("\"--holdout\" : \"fifth-batch\"");
        assertThat(end.out()).contains(" % on the held-out fifth batch at epoch 1");
        assertThat(folder.resolve("run/figures.csv"))
                .content()
                .contains("test images on the held-out fifth batch,40,", "validation images in training mode,80,");
    }

    @Test
    void eachEpochIsValidatedInBothModesWithoutChangingTheTraining() throws IOException {
        train("cifar-lenet --batch-norm --epochs 2 --batch 20");
        List<String> modes = Files.readAllLines(folder.resolve("run/validation-modes.csv"));
        List<String> history = Files.readAllLines(folder.resolve("run/history.csv"));
        assertThat(modes).hasSize(1 + 2);
        for (int epoch = 1; epoch <= 2; epoch++) {
            String[] cells = modes.get(epoch).split(",");
            assertThat(history.get(epoch)).contains("," + cells[1] + "," + cells[2] + ",");
            assertThat(cells[3])
                    .as("batch norm's own statistics give another loss")
                    .isNotEqualTo(cells[1]);
        }
        assertThat(folder.resolve("run/validation-accuracy-modes.csv")).isNotEmptyFile();
    }

    @Test
    void theMissingTestBatchIsSaidWithTheMend() {
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            assertThat(train("cifar-lenet --holdout official").code()).isEqualTo(2);
            assertThat(train("mnist-l2 --l2-mode nowhere").code()).isEqualTo(2);
        } finally {
            System.setErr(before);
        }
        assertThat(errors.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("gradlab: --holdout official: there is no test_batch.bin in ")
                        && line.contains("give --holdout fifth-batch"))
                .anyMatch(line -> line.contains("expected gradient, loss-only but was 'nowhere'"));
    }

    @Test
    void aPenaltyThatIsOnlyShownIsNoPlateauAndNoDivergence() {
        End end = train("mnist-l2 --l2 0.1 --l2-mode loss-only --epochs 3 --batch 20 --limit 200");
        assertThat(end.code()).isEqualTo(RIGHT);
        assertThat(end.out()).doesNotContain("plateau");
    }

    @Test
    void theOfficialBatchIsTakenWhereItIsThereAndTheFifthIfAskedFor(@TempDir Path whole) throws IOException {
        TinyData.cifar(whole, 20);
        TinyData.cifarBatch(whole.resolve("cifar-10-batches-bin/test_batch.bin"), 6, 30);
        List<String> quick = List.of("--epochs", "1", "--batch", "10", "--data", whole.toString());
        assertThat(run(with(List.of("cifar-lenet"), quick)).out())
                .contains("CIFAR-10, official test batch: 50 training, 50 validation, 30 test samples");
        assertThat(run(with(List.of("cifar-lenet", "--holdout", "fifth-batch"), quick))
                        .out())
                .contains("held out: 40 training, 40 validation, 20 test samples");
    }

    @Test
    void aTrainedNetworkCanBeTheBeginningOfAnother() {
        assertThat(train("cifar-lenet --epochs 12 --batch 10").code()).isEqualTo(RIGHT);
        double before = accuracy();
        assertThat(before).isGreaterThan(0.5);
        Path earlier = folder.resolve("run");
        End end = run(List.of(
                "cifar-lenet",
                "--epochs",
                "1",
                "--lr",
                "0",
                "--init-from",
                earlier.toString(),
                "--data",
                data.toString(),
                "--out",
                folder.resolve("next").toString()));
        assertThat(end.out()).contains(String.format("Test accuracy %.2f %%", 100 * before));
    }

    @Test
    void iterationsBecomeWholeEpochs() {
        End end = train("mnist-l2 --iterations 25 --batch 20 --limit 200");
        assertThat(end.out()).contains("epoch 3/3"); // 10 steps an epoch
        assertThat(train("mnist-l2 --iterations 0").code()).isEqualTo(2);
    }

    @Test
    void fractionsAreOfAllSixtyThousandAndAllIsWhatValidationLeaves() {
        assertThat(Fraction.SIXTEENTH.of(MnistSplit.TRAINING)).isEqualTo(3_750);
        assertThat(Fraction.HALF.of(MnistSplit.TRAINING)).isEqualTo(30_000);
        assertThat(Fraction.ALL.of(MnistSplit.TRAINING)).isEqualTo(55_000);
    }

    private double accuracy() {
        try {
            return Files.readString(folder.resolve("run/summary.json"))
                    .lines()
                    .filter(line -> line.contains("\"test_accuracy\""))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private End train(String command) {
        List<String> where = List.of(
                "--data", data.toString(), "--out", folder.resolve("run").toString());
        return run(with(List.of(command.split(" ")), where));
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private End run(List<String> arguments) {
        CommandLine line = Main.commandLine();
        StringWriter text = new StringWriter();
        line.setOut(new PrintWriter(text));
        List<String> all = with(List.of("train"), arguments);
        if (!arguments.contains("--out")) {
            all = with(all, List.of("--out", folder.resolve("other").toString()));
        }
        return new End(line.execute(all.toArray(String[]::new)), text.toString());
    }
}
