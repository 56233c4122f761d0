package io.gradlab.course.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradlab.cli.Terminal;
import io.gradlab.nn.tensorboard.EventReader;
import io.gradlab.nn.tensorboard.EventReader.Fields;
import io.gradlab.nn.train.History;
import io.gradlab.nn.train.Trainer;
import io.gradlab.nn.train.TrainingListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training shows besides the terminal, and that it trains the same. */
class ViewsTest {
    private final StringWriter printed = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(printed), false);

    @TempDir
    Path folder;

    @Test
    void eventFilesHoldTheHistoryTheWeightsAndThePictures() throws IOException {
        RunResult result = Run.execute(ToyRuns.spec(run("a"), 2, 0.1, false), terminal, "", views());
        List<Fields> events = EventReader.read(onlyFile(folder.resolve("board/toy/runs/a")));

        for (History.Epoch epoch : result.history().epochs()) {
            assertThat(scalar(events, "loss/train", epoch.epoch())).isEqualTo((float) epoch.trainLoss());
            assertThat(scalar(events, "loss/validation", epoch.epoch())).isEqualTo((float) epoch.validationLoss());
            assertThat(scalar(events, "accuracy/train", epoch.epoch())).isEqualTo((float) epoch.trainAccuracy());
            assertThat(scalar(events, "accuracy/validation", epoch.epoch()))
                    .isEqualTo((float) epoch.validationAccuracy());
            assertThat(scalar(events, "rate/learning_rate", epoch.epoch())).isEqualTo(0.1f);
            assertThat(value(events, "1.weight", epoch.epoch()).message(5).get(3))
                    .isEqualTo(7840.0);
        }
        assertThat(scalar(events, "accuracy/test", result.bestEpoch()))
                .isEqualTo((float) result.test().orElseThrow().accuracy());
        assertThat((byte[]) value(events, "pictures/confusion", 2).message(4).get(4))
                .isEqualTo(Files.readAllBytes(run("a").resolve("confusion.png")));
        assertThat(value(events, "images/training", 0).message(4).get(2)).isEqualTo(1600L);

        Run.execute(ToyRuns.spec(run("b"), 2, 0.1, false), terminal, "");
        assertThat(run("a").resolve("last.safetensors")).hasSameBinaryContentAs(run("b").resolve("last.safetensors"));
    }

    @Test
    void anotherRunOfTheNameMovesTheOldOneAside() throws IOException {
        Run.execute(ToyRuns.spec(run("a"), 1, 0.1, false), terminal, "", views());
        Run.execute(ToyRuns.spec(run("a"), 1, 0.1, false), terminal, "", views());
        onlyFile(folder.resolve("board/toy/runs/a"));
        onlyFile(folder.resolve("board/toy/runs/a.old-1"));
        assertThat(printed.toString()).contains("a was there already: moved to ");
    }

    @Test
    void aResumedRunGoesOnInTheSameFolderFromItsStep() throws IOException {
        RunSpec spec = ToyRuns.spec(run("a"), 2, 0.1, false);
        Trainer trainer = new Trainer(
                spec.network(), spec.loss(), spec.optimizer(), spec.plan(), spec.training(), spec.validation());
        int[] batches = {0};
        trainer.run(TrainingListener.NONE, () -> ++batches[0] == 9); // the second epoch's second of seven
        trainer.checkpoint()
                .with("options", OptionsText.write(spec.options()))
                .with("sampled_curve", "")
                .save(run("a").resolve("checkpoint.safetensors"));
        Path board = Files.createDirectories(folder.resolve("board/toy/runs/a"));
        Files.writeString(board.resolve("of-the-first-part"), "");

        Run.execute(ToyRuns.spec(run("a"), 2, 0.1, true), terminal, "", views());

        assertThat(board.resolve("of-the-first-part")).exists();
        Files.delete(board.resolve("of-the-first-part"));
        List<Fields> events = EventReader.read(onlyFile(board));
        assertThat(events.get(1).message(7).get(1)).isEqualTo(1L); // a session starts
        assertThat(events.get(1).get(2)).isEqualTo(2L);
        Set<Object> steps = new TreeSet<>();
        events.stream().filter(event -> event.has(5)).forEach(event -> steps.add(event.get(2)));
        assertThat(steps).containsExactly(2L);
    }

    private Path run(String name) {
        return folder.resolve("runs").resolve(name);
    }

    private Views views() {
        return new Views(Optional.of(folder.resolve("board")), folder.resolve("runs"), false);
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static Object scalar(List<Fields> events, String tag, long step) {
        return value(events, tag, step).get(2);
    }

    private static Fields value(List<Fields> events, String tag, long step) {
        return events.stream()
                .filter(event -> event.has(5))
                .filter(event -> (event.has(2) ? (long) event.get(2) : 0) == step)
                .map(event -> event.message(5).message(1))
                .filter(value -> value.text(1).equals(tag))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tag + " at " + step));
    }
}
