package io.gradlab.nn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticDigits;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Activation;
import io.gradlab.nn.layer.Dense;
import io.gradlab.nn.layer.Dropout;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on the built-in digits: learning, stopping and going on, and going wrong. */
class TrainerTest {
    private static final Dataset TRAINING = SyntheticDigits.digits(new Seed(1), 1500);
    private static final Dataset VALIDATION = SyntheticDigits.digits(new Seed(2), 300);

    @Test
    void aSmallNetworkLearns() {
        Trainer trainer = trainer(4, 0.1, Initialization.HE);
        assertThat(trainer.run(TrainingListener.NONE, () -> false)).isInstanceOf(TrainingEnd.Finished.class);
        assertThat(trainer.history().epochs()).hasSize(4);
        assertThat(trainer.history().last().validationAccuracy()).isGreaterThan(0.6);
        assertThat(trainer.history().last().trainLoss())
                .isLessThan(trainer.history().epochs().getFirst().trainLoss());
    }

    @Test
    void stoppedAnywhereAndResumedItEndsWithTheSameBits(@TempDir Path folder) throws IOException {
        Trainer whole = trainer(3, 0.1, Initialization.HE);
        whole.run(TrainingListener.NONE, () -> false);
        for (int batches : List.of(1, 20, 47, 60)) {
            Trainer first = trainer(3, 0.1, Initialization.HE);
            AtomicInteger left = new AtomicInteger(batches);
            assertThat(first.run(TrainingListener.NONE, () -> left.decrementAndGet() == 0))
                    .isInstanceOf(TrainingEnd.Stopped.class);
            Path file = folder.resolve("checkpoint-" + batches);
            first.checkpoint().save(file);
            Trainer second = trainer(3, 0.1, Initialization.HE);
            second.restore(Checkpoint.read(file));
            second.run(TrainingListener.NONE, () -> false);
            requireSame(ModelState.view(second.network()), ModelState.view(whole.network()));
            requireSame(second.bestModel(), whole.bestModel());
            assertThat(withoutTimes(second.history())).isEqualTo(withoutTimes(whole.history()));
        }
    }

    @Test
    void outOfPatienceItEndsEarlyAndAResumedOneEndsThereToo(@TempDir Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void note(String text) {
                notes.add(text);
            }
        };
        Trainer trainer = patient(0); // a rate of 0 changes nothing, so no epoch is better than the first
        assertThat(trainer.run(listener, () -> false)).isInstanceOf(TrainingEnd.Finished.class);
        assertThat(trainer.history().epochs()).hasSize(3);
        assertThat(notes).contains("no better validation accuracy for 2 epochs: training ends early");

        trainer.checkpoint().save(folder.resolve("checkpoint"));
        Trainer resumed = patient(0);
        resumed.restore(Checkpoint.read(folder.resolve("checkpoint")));
        resumed.run(TrainingListener.NONE, () -> false);
        assertThat(resumed.history().epochs()).hasSize(3);
    }

    private static Trainer patient(double rate) {
        TrainingPlan plan =
                new TrainingPlan(9, 32, Schedule.constant(rate), new Seed(1), Transform.NONE, Transform.NONE, 2);
        return new Trainer(
                NetworkText.parse("flatten, dense 10", Shape.of(1, 28, 28), Initialization.HE, new Seed(1)),
                new CrossEntropy(),
                new Sgd(),
                plan,
                TRAINING,
                VALIDATION);
    }

    @Test
    void aLearningRateOf1000IsExplained() {
        TrainingEnd end = trainer(3, 1000, Initialization.HE).run(TrainingListener.NONE, () -> false);
        assertThat(end).isInstanceOf(TrainingEnd.Diverged.class);
        assertThat(((TrainingEnd.Diverged) end).divergence().toString())
                .startsWith("Training diverged (")
                .contains("earning rate")
                .contains("1000")
                .endsWith("try --lr 100.");
    }

    @Test
    void aLossThatIsNoNumberEndsTheEpochWithoutARow() {
        Trainer trainer = trainer(3, 1e30, Initialization.HE);
        TrainingEnd end = trainer.run(TrainingListener.NONE, () -> false);
        assertThat(((TrainingEnd.Diverged) end).divergence().toString())
                .startsWith("Training diverged (epoch 1, batch ")
                .contains("the loss became NaN; 1.weight has grown to ");
        assertThat(trainer.history().isEmpty()).isTrue();
    }

    @Test
    void aFiniteLossWithOneClassForAllIsADivergenceToo() {
        Evaluation stuck = new Evaluation(211_266, 0.1, new int[300]);
        Evaluation guessing = new Evaluation(Math.log(10), 0.1, new int[300]);
        assertThat(Divergence.stuck(stuck, 10)).isTrue();
        assertThat(Divergence.stuck(guessing, 10)).as("a plateau is none").isFalse();
        assertThat(Divergence.oneClass(1, stuck, 10, 5).toString())
                .contains("after epoch 1")
                .contains("100 % of the validation samples get the same class");
    }

    @Test
    void aModelOfAnotherNetworkIsRefusedByName() {
        Trainer trainer = trainer(1, 0.1, Initialization.HE);
        assertThatThrownBy(() -> ModelState.load(trainer.network(), Map.of("0.weight", Tensor.zeros(1))))
                .hasMessageContaining("0.weight");
    }

    private static Trainer trainer(int epochs, double rate, Initialization initialization) {
        Seed seed = new Seed(7);
        Sequential network = new Sequential(List.of(
                new Flatten(),
                new Dense(initialization.weight(Shape.of(40, 784), seed.stream("w1")), Tensor.zeros(40)),
                new Activation(ActivationKind.RELU),
                new Dropout(0.1),
                new Dense(initialization.weight(Shape.of(10, 40), seed.stream("w2")), Tensor.zeros(10))));
        TrainingPlan plan = new TrainingPlan(epochs, 32, Schedule.constant(rate), seed, Transform.NONE, Transform.NONE);
        return new Trainer(network, new CrossEntropy(), new Sgd(0.5, 1e-4), plan, TRAINING, VALIDATION);
    }

    private static void requireSame(Map<String, Tensor> actual, Map<String, Tensor> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        actual.forEach((name, tensor) -> assertThat(tensor.data())
                .as(name)
                .containsExactly(expected.get(name).data()));
    }

    private static String withoutTimes(History history) {
        return history.toCsv().replaceAll("(?m),[^,]*,[^,]*$", "");
    }

    @Test
    void checkpointsAreWholeFiles(@TempDir Path folder) throws IOException {
        Trainer trainer = trainer(1, 0.1, Initialization.HE);
        trainer.run(TrainingListener.NONE, () -> false);
        Path file = folder.resolve("c");
        trainer.checkpoint().with("options", "--lr 0.1").save(file);
        Checkpoint read = Checkpoint.read(file);
        assertThat(read.fact("options")).isEqualTo("--lr 0.1");
        assertThat(read.bestEpoch()).isEqualTo(1);
        assertThat(Files.list(folder)).as("nothing temporary stays").hasSize(1);
    }
}
