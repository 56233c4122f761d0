package io.gradlab.lab2.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Sweeps over tiny sets, as the command line runs them. */
class SweepTest {
    private record End(int code, String out, String err) {}

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    @BeforeAll
    static void writeSets() throws IOException {
        TinyData.mnist(data, 400, 60);
        TinyData.cifar(data, 40);
    }

    @Test
    void aGridBecomesATableAMapAndAFairComparison() throws IOException {
        End end = run("sweep cifar-lenet --grid optimizer=adam,sgd lr=1e-3,1e30 --limit 60 --epochs 2 --batch 20");
        assertThat(end.code()).as(end.err()).isZero();
        List<String> rows = Files.readAllLines(out().resolve("sweep.csv"));
        assertThat(rows).hasSize(1 + 4);
        assertThat(rows.subList(1, 3)).allMatch(row -> row.contains(",1e-3,") && row.endsWith(",finished"));
        assertThat(rows.subList(3, 5)).allMatch(row -> row.contains(",1e30,,,,") && row.endsWith(",diverged"));
        assertThat(validation(rows.get(1))).isGreaterThanOrEqualTo(validation(rows.get(2)));
        assertThat(Files.readString(out().resolve("sweep.md")))
                .contains(
                        "CIFAR-10, fifth batch held out",
                        "chooses nothing",
                        "Training diverged (",
                        "The fair comparison")
                .contains("| optimizer | lr | validation accuracy (%) | test accuracy (%) |");
        assertThat(Files.readAllLines(out().resolve("accuracy.csv"))).hasSize(1 + 4);
        assertThat(out().resolve("optimizer-adam_lr-1e-3/model.safetensors")).isNotEmptyFile();
        assertThat(end.out()).contains("Point 4 of 4: optimizer=sgd lr=1e30");
    }

    private static double validation(String row) {
        return Double.parseDouble(row.split(",")[2]);
    }

    @Test
    void resumingTrainsOnlyWhatIsMissing() throws IOException {
        String command = "sweep mnist-plain --grid lr=1e-3,1e-2 seed=1,2 --limit 60 --epochs 1 --batch 20";
        assertThat(run(command).code()).isZero();
        Path kept = out().resolve("lr-1e-3_seed-2/summary.json");
        FileTime before = Files.getLastModifiedTime(kept);
        delete(out().resolve("lr-1e-2_seed-1"));
        End end = run(command + " --resume");
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.out().lines().filter(line -> line.endsWith(" has ended already")))
                .hasSize(3);
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(before);
        assertThat(out().resolve("lr-1e-2_seed-1/summary.json")).isNotEmptyFile();
        assertThat(end.out()).contains("Means over the seeds:", "deviation (points)");
        assertThat(run(command.replace("--limit 60", "--limit 40") + " --resume")
                        .err())
                .contains("was trained with --limit 60, not 40");
    }

    @Test
    void aShortRunBesideEachPointSaysHowWellItPredictsTheOrder() {
        End end = run(
                "sweep mnist-plain --grid lr=2e-4,5e-4,1e-3,2e-3 --proxy-epochs 1 --limit 100 --epochs 3 --batch 10");
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.out()).containsPattern("Spearman's rank correlation -?\\d\\.\\d{3} over 4 points");
        assertThat(out().resolve("proxy/lr-2e-4/history.csv")).isNotEmptyFile();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep nothing --grid lr=1 | there is no such experiment",
                "sweep mnist-plain --grid lr | write an option and its values",
                "sweep mnist-plain --grid lr=1,,2 | a value is missing",
                "sweep mnist-plain --grid lr=1,1 | a value stands there twice",
                "sweep mnist-plain --grid lr=1 lr=2 | --grid has lr twice",
                "sweep mnist-plain --grid dropout=1 | has no such option to try",
                "sweep mnist-plain --grid lr=1,x | 'x' is not a",
                "sweep mnist-cnn --grid dropout=0.5,2 | --dropout 2.0: give a number from 0 to below 1",
                "sweep mnist-plain --grid lr=1 --lr 2 | leave it out of the other options",
                "sweep cifar-lenet --grid batch-norm=yes | a switch takes true or false",
                "sweep mnist-plain --grid epochs=1,2 --proxy-epochs 1 | leave one of them out",
                "sweep mnist-plain --grid lr=1 --resume | there is no sweep in",
                "sweep mnist-plain --grid lr=1 --sharp 3 | Unknown option"
            })
    void mistakesAreOneLineBeforeAnythingIsTrained(String command, String error) {
        End end = run(command);
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.err().lines()).hasSize(1);
        assertThat(end.err()).contains(error);
        assertThat(out()).doesNotExist();
    }

    @Test
    void subsetsOfMnistNeedDifferentSizes() {
        End end = run("train mnist-subsets --limit 150 --epochs 2 --batch 10 --lr 1e-4");
        assertThat(end.code()).as(end.err()).isEqualTo(2);
        assertThat(end.err()).contains("different numbers of training samples");
    }

    private Path out() {
        return folder.resolve("sweep");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private End run(String command) {
        CommandLine line = Main.commandLine();
        StringWriter text = new StringWriter();
        line.setOut(new PrintWriter(text));
        List<String> all = new ArrayList<>(List.of(command.split(" ")));
        all.addAll(List.of("--data", data.toString(), "--out", out().toString()));
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int code = line.execute(all.toArray(String[]::new));
            return new End(code, text.toString(), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}
