package io.gradlab.grader.lab2;

import io.gradlab.course.OptimizerKind;
import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.grader.check.NoAnswer;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Task 2.16: the only one that runs on the student's own layers, for that is what it is about. */
@Task(id = "2.16", title = "tells shapes", points = 3, training = true)
public class ShapesChecks {
    private static final int TRAININGS = 3;
    private static final double NOTHING = 0.50; // a dense network
    private static final double EVERYTHING = 0.80;
    private static final double BY_HEART = 0.95;

    @Check(value = "within the budget", points = 0, rank = 1)
    void withinTheBudget(Bench bench) {
        ShapesBudget.check(bench, recipe(bench, seed(bench, 0)), seed(bench, 0));
    }

    @Check(value = "accuracy", points = 3, rank = 2)
    void accuracy(Bench bench) {
        withinTheBudget(bench);
        Trained[] trained;
        try {
            trained = trainings(bench, bench);
        } catch (NoAnswer none) {
            if (none.failure().kind() == Failure.Kind.THREW) {
                judgeOnEngineIfLayersAreWrong(bench);
            }
            throw none;
        }
        Trained median = median(trained);
        if (median.heldOut() < EVERYTHING) {
            judgeOnEngineIfLayersAreWrong(bench);
            throw new CheckFailed(explain(trained, median), share(median));
        }
    }

    private record Trained(double heldOut, double seen) {}

    /** Another task's mistake costs nothing here: the recipe then earns what it does on the engine. */
    private static void judgeOnEngineIfLayersAreWrong(Bench bench) {
        Value.Group recipe = recipe(bench, seed(bench, 0));
        boolean adam =
                recipe.values().get(1) instanceof Value.Text(String kind) && kind.equals(OptimizerKind.ADAM.name());
        List<String> wrong = OwnLayers.wrong(bench, ShapesBudget.network(recipe), adam);
        if (!wrong.isEmpty()) {
            Trained median = median(trainings(bench, OwnLayers.engine(bench)));
            throw new CheckFailed(
                    "First mend " + String.join(", ", wrong) + ": your network is made of it. On the engine's layers "
                            + "your recipe is right about " + percent(median.heldOut())
                            + " % of new shapes, and earns what it earns there.",
                    share(median));
        }
    }

    private static String explain(Trained[] trained, Trained median) {
        String measured = String.format(
                Locale.ROOT,
                "three trainings are right about %s %% of new shapes; the median, %.1f %%, is below %.0f %% (no points "
                        + "below %.0f %%).",
                String.join(
                        ", ",
                        Arrays.stream(trained).map(t -> percent(t.heldOut())).toList()),
                100 * median.heldOut(),
                100 * EVERYTHING,
                100 * NOTHING);
        return measured + " Of the shapes that it was trained on it knows " + percent(median.seen()) + " %: "
                + (median.seen() > BY_HEART
                        ? "it learns them by heart, so try other layers rather than more steps."
                        : "it has not learned them yet, so try larger or more steps: learning rate, batch size, epochs.");
    }

    /** Trains networks of {@code maker}'s layers by the student's recipe. */
    private static Trained[] trainings(Bench bench, Bench maker) {
        Trained[] trained = new Trained[TRAININGS];
        for (int i = 0; i < TRAININGS; i++) {
            trained[i] = train(maker, recipe(bench, seed(bench, i)), seed(bench, i));
        }
        return trained;
    }

    private static double share(Trained median) {
        return (median.heldOut() - NOTHING) / (EVERYTHING - NOTHING);
    }

    private static Trained train(Bench maker, Value.Group recipe, Seed seed) {
        ShapesData data = ShapesData.of(seed);
        int fresh = data.heldOutLabels().length;
        int all = fresh + data.trainingLabels().length;
        Tensor asked = Tensor.zeros(ShapesData.SAMPLE.prepend(all));
        System.arraycopy(
                data.heldOut().data(), 0, asked.data(), 0, data.heldOut().size());
        System.arraycopy(
                data.training().data(),
                0,
                asked.data(),
                data.heldOut().size(),
                data.training().size());
        Answer answer = maker.ask(new Probe.OfClassifier(
                "cnn",
                List.of(recipe, Value.Parts.OWN),
                data.training(),
                data.trainingLabels(),
                1,
                asked,
                new int[all]));
        int[] predictions = answer.labels("predictions");
        return new Trained(
                accuracy(Arrays.copyOf(predictions, fresh), data.heldOutLabels()),
                accuracy(Arrays.copyOfRange(predictions, fresh, all), data.trainingLabels()));
    }

    private static double accuracy(int[] predictions, int[] labels) {
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            right += predictions[n] == labels[n] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private static Value.Group recipe(Bench bench, Seed seed) {
        Answer answer = bench.ask(new Probe.OfFunction("shapesRecipe", List.of(Value.of(seed.value()))));
        return (Value.Group) answer.values().get("result");
    }

    private static Seed seed(Bench bench, int number) {
        return bench.seed().derive("training " + number);
    }

    private static Trained median(Trained[] trained) {
        return Arrays.stream(trained)
                .sorted(Comparator.comparingDouble(Trained::heldOut))
                .toList()
                .get(trained.length / 2);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
