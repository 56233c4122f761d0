package io.gradlab.course.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.BatchNorm2d;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import io.gradlab.nn.train.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run's folder: what is in it, what happens to an old one, and what resuming refuses. */
class RunTest {
    private static final Watch BOTH = new Watch(3, true);

    private final StringWriter printed = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(printed), false);

    @Test
    void aRunLeavesFiguresModelsAndPictures(@TempDir Path folder) throws IOException {
        RunResult result = Run.execute(ToyRuns.spec(folder.resolve("run"), 3, 0.1, false), terminal, "");
        assertThat(result.exitCode()).isZero();
        assertThat(names(folder.resolve("run")))
                .contains("history.csv", "summary.json", "model.safetensors", "last.safetensors", "epoch-2.safetensors")
                .contains("loss.png", "loss.csv", "accuracy.png", "confusion.png", "class-accuracy.csv")
                .doesNotContain("checkpoint.safetensors");
        History history = History.parseCsv(Files.readString(folder.resolve("run/history.csv")));
        assertThat(history.epochs()).hasSize(3);
        JsonNode summary = JsonMapper.shared().readTree(Files.readString(folder.resolve("run/summary.json")));
        assertThat(summary.get("experiment").asString()).isEqualTo("toy");
        assertThat(summary.get("test_size").asInt()).isEqualTo(200);
        assertThat(summary.get("recipe").asString()).isEqualTo("plain gradient descent");
        assertThat(summary.get("parameters").asInt()).isEqualTo(7850);
        assertThat(summary.get("test_accuracy").asDouble())
                .isEqualTo(result.test().orElseThrow().accuracy())
                .isBetween(0.2, 1.0);
        assertThat(summary.get("test_accuracy_at").get("2").asDouble())
                .isEqualTo(result.testAccuracyAt().get(2));
        assertThat(summary.propertyNames())
                .contains("epochs", "seed", "threads", "backend", "data", "seconds", "best_epoch");
        assertThat(Safetensors.read(folder.resolve("run/model.safetensors")).tensors())
                .containsOnlyKeys("1.weight", "1.bias");
    }

    @Test
    void anOldRunIsMovedAsideAndSaid(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("run");
        Run.execute(ToyRuns.spec(out, 1, 0.1, false), terminal, "");
        Run.execute(ToyRuns.spec(out, 1, 0.1, false), terminal, "");
        Run.execute(ToyRuns.spec(out, 1, 0.1, false), terminal, "");
        assertThat(names(folder)).containsExactlyInAnyOrder("run", "run.old-1", "run.old-2");
        assertThat(printed.toString()).contains(out + " was there already: moved to " + out + ".old-1");
    }

    @Test
    void resumingRefusesAnEmptyFolderACompleteRunAndOtherOptions(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("run");
        assertThatThrownBy(() -> Run.execute(ToyRuns.spec(out, 1, 0.1, true), terminal, ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is no checkpoint in " + out);
        Run.execute(ToyRuns.spec(out, 1, 0.1, false), terminal, "");
        assertThatThrownBy(() -> Run.execute(ToyRuns.spec(out, 1, 0.1, true), terminal, ""))
                .hasMessageContaining("is complete");
        Path stopped = folder.resolve("stopped");
        leaveCheckpoint(stopped);
        assertThatThrownBy(() -> Run.execute(ToyRuns.spec(stopped, 1, 0.2, true), terminal, ""))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("was started with --lr 0.1, not 0.2; give the same, or leave --resume out");
        RunSpec onDevice = ToyRuns.spec(stopped, 1, 0.1, true);
        onDevice.options().put("--backend", "cuda");
        assertThatThrownBy(() -> Run.execute(onDevice, terminal, ""))
                .hasMessageContaining("was started without --backend; leave it out, or leave --resume out");
        assertThat(Run.execute(ToyRuns.spec(stopped, 1, 0.1, true), terminal, "")
                        .exitCode())
                .isZero();
    }

    @Test
    void looksAtAFewSamplesChangeNoBitAndGoOnWhereTheyWereStopped(@TempDir Path folder) throws IOException {
        Run.execute(watched(folder.resolve("plain"), Watch.NONE, false), terminal, "");
        Path whole = folder.resolve("whole");
        Run.execute(watched(whole, BOTH, false), terminal, "");
        assertThat(Files.readAllBytes(whole.resolve("last.safetensors")))
                .isEqualTo(Files.readAllBytes(folder.resolve("plain/last.safetensors")));
        List<SampledPoint> points = PastRun.read(whole).samples();
        assertThat(points).extracting(SampledPoint::step).containsExactly(3L, 6L, 9L, 12L); // 7 steps an epoch
        assertThat(points.get(1).epoch()).isEqualTo(0.857143);
        assertThat(points.getLast().testAccuracy())
                .isGreaterThan(points.getFirst().testAccuracy());

        Path stopped = folder.resolve("stopped");
        RunSpec spec = watched(stopped, BOTH, false);
        Trainer trainer = new Trainer(
                spec.network(), spec.loss(), spec.optimizer(), spec.plan(), spec.training(), spec.validation());
        int[] steps = {0};
        trainer.run(TrainingListener.NONE, () -> ++steps[0] == 8);
        trainer.checkpoint()
                .with("options", OptionsText.write(spec.options()))
                .with(
                        "mode_curve",
                        Files.readString(whole.resolve("validation-modes.csv"))
                                .lines()
                                .limit(2)
                                .collect(Collectors.joining("\n")))
                .with("sampled_curve", SampledPoint.toCsv(points.subList(0, 2)))
                .save(stopped.resolve("checkpoint.safetensors"));
        Run.execute(watched(stopped, BOTH, true), terminal, "");
        assertThat(Files.readString(stopped.resolve("samples.csv")))
                .isEqualTo(Files.readString(whole.resolve("samples.csv")));
        assertThat(Files.readString(stopped.resolve("validation-modes.csv")))
                .isEqualTo(Files.readString(whole.resolve("validation-modes.csv")));
    }

    private static RunSpec watched(Path out, Watch watch, boolean resume) {
        RunSpec plain = ToyRuns.spec(out, 2, 0.1, resume);
        return new RunSpec(
                plain.experiment(),
                plain.options(),
                plain.recipe(),
                new Sequential(List.of(new BatchNorm2d(1), plain.network())),
                plain.loss(),
                plain.optimizer(),
                plain.plan(),
                plain.data(),
                plain.snapshots(),
                watch,
                out,
                resume);
    }

    @Test
    void aDivergedRunKeepsItsHistoryAndExplains(@TempDir Path folder) throws IOException {
        RunResult result = Run.execute(ToyRuns.spec(folder.resolve("run"), 3, 1e38, false), terminal, "");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(printed.toString()).contains("Training diverged (");
        assertThat(Files.readString(folder.resolve("run/summary.json"))).contains("\"diverged\"");
        assertThat(Files.readString(folder.resolve("run/history.csv"))).doesNotContain("NaN");
    }

    @Test
    void runsThatHaveEndedAreFoundAgain(@TempDir Path folder) throws IOException {
        RunResult result = Run.execute(ToyRuns.spec(folder.resolve("b/good"), 2, 0.1, false), terminal, "");
        Run.execute(ToyRuns.spec(folder.resolve("a"), 1, 1e38, false), terminal, "");
        Run.execute(ToyRuns.spec(folder.resolve("a"), 1, 1e38, false), terminal, ""); // leaves a.old-1 as well
        leaveCheckpoint(folder.resolve("stopped"));

        List<PastRun> runs = PastRun.in(folder, "toy");

        assertThat(runs).extracting(PastRun::folder).containsExactly(folder.resolve("a"), folder.resolve("b/good"));
        assertThat(runs.getFirst().divergence().orElseThrow()).startsWith("Training diverged");
        assertThat(runs.getFirst().testAccuracy()).isNaN();
        PastRun good = runs.getLast();
        assertThat(good.option("--lr")).isEqualTo("0.1");
        assertThat(good.testAccuracy()).isEqualTo(result.test().orElseThrow().accuracy());
        assertThat(good.history().epochs()).hasSize(2);
        assertThat(good.snapshot(2).orElseThrow()).containsOnlyKeys("1.weight", "1.bias");
        assertThat(good.snapshot(1)).isEmpty();
        assertThat(PastRun.in(folder, "other")).isEmpty();
        Files.writeString(folder.resolve("b/good/summary.json"), "{");
        assertThatThrownBy(() -> PastRun.in(folder, "toy"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.resolve("b/good") + " is damaged");
        assertThatThrownBy(() -> PastRun.in(folder.resolve("nowhere"), "toy")).isInstanceOf(UserError.class);
    }

    /** Leaves a folder as a run that was killed in its first moment leaves it. */
    private void leaveCheckpoint(Path out) throws IOException {
        RunSpec spec = ToyRuns.spec(out, 1, 0.1, false);
        new Trainer(spec.network(), spec.loss(), spec.optimizer(), spec.plan(), spec.training(), spec.validation())
                .checkpoint()
                .with("options", OptionsText.write(spec.options()))
                .save(out.resolve("checkpoint.safetensors"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
