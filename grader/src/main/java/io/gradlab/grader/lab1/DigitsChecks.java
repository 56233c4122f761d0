package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Failure;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.grader.check.NoAnswer;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Task 1.14: the only one that runs on the student's own parts, for that is what it is about. */
@Task(id = "1.14", title = "reads digits", points = 4, training = true)
public class DigitsChecks {
    private static final int TRAININGS = 3;
    private static final int CLASSES = 10;
    private static final double NOTHING = 0.84; // a network without hidden layer
    private static final double EVERYTHING = 0.91;

    @Check(value = "within the budget", points = 0, rank = 1)
    void withinTheBudget(Bench bench) {
        RecipeBudget.check(bench, recipe(bench, seed(bench, 0)), DigitsData.INPUTS, CLASSES, seed(bench, 0));
    }

    @Check(value = "accuracy", points = 4, rank = 2)
    void accuracy(Bench bench) {
        RecipeBudget.check(bench, recipe(bench, seed(bench, 0)), DigitsData.INPUTS, CLASSES, seed(bench, 0));
        Trained[] trained;
        try {
            trained = trainings(bench, bench);
        } catch (NoAnswer none) {
            if (none.failure().kind() == Failure.Kind.THREW) {
                judgeOnEngineIfPartsAreWrong(bench);
            }
            throw none;
        }
        Trained median = median(trained);
        if (median.heldOut() < EVERYTHING) {
            judgeOnEngineIfPartsAreWrong(bench);
            throw new CheckFailed(explain(trained, median), share(median));
        }
    }

    private record Trained(double heldOut, double seen) {}

    /** Another task's mistake costs nothing here: the recipe then earns what it does on the engine. */
    private static void judgeOnEngineIfPartsAreWrong(Bench bench) {
        Value activation = recipe(bench, seed(bench, 0)).values().get(3);
        List<String> wrong = activation instanceof Value.Text(String kind)
                ? OwnParts.wrong(bench, ActivationKind.valueOf(kind))
                : List.of();
        if (!wrong.isEmpty()) {
            Trained median = median(trainings(bench, OwnParts.engine(bench)));
            throw new CheckFailed(
                    "First mend " + String.join(", ", wrong) + ": your network is made of it. On the engine's parts "
                            + "your recipe is right about " + percent(median.heldOut())
                            + " % of new digits, and earns what it earns there.",
                    share(median));
        }
    }

    private static String explain(Trained[] trained, Trained median) {
        String measured = String.format(
                Locale.ROOT,
                "three trainings are right about %s %% of new digits; the median, %.1f %%, is below %.0f %% (no points "
                        + "below %.0f %%).",
                String.join(
                        ", ",
                        Arrays.stream(trained).map(t -> percent(t.heldOut())).toList()),
                100 * median.heldOut(),
                100 * EVERYTHING,
                100 * NOTHING);
        boolean learned = median.seen() > 0.95;
        return measured + " Of the digits that it was trained on it knows " + percent(median.seen()) + " %: "
                + (learned
                        ? "it learns them by heart, so try other layers rather than more steps."
                        : "it has not learned them yet, so try larger or more steps: learning rate, batch size, epochs.");
    }

    /** Trains a perceptron of {@code maker}'s by the student's recipe. */
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

    private static Trained train(Bench bench, Value.Group recipe, Seed seed) {
        DigitsData data = DigitsData.of(seed);
        Samples known = data.training();
        Samples fresh = data.heldOut();
        int all = fresh.labels().length + known.labels().length;
        Tensor asked = Tensor.zeros(all, DigitsData.INPUTS);
        System.arraycopy(
                fresh.inputs().data(), 0, asked.data(), 0, fresh.inputs().size());
        System.arraycopy(
                known.inputs().data(),
                0,
                asked.data(),
                fresh.inputs().size(),
                known.inputs().size());
        Answer answer = bench.ask(new Probe.OfClassifier(
                "mlp", List.of(recipe, Value.Parts.OWN), known.inputs(), known.labels(), 1, asked, new int[all]));
        int[] predictions = answer.labels("predictions");
        bench.require(
                predictions.length == all,
                "predict of " + all + " samples returns " + predictions.length + " predictions.");
        return new Trained(
                fresh.accuracy(Arrays.copyOf(predictions, fresh.labels().length)),
                known.accuracy(Arrays.copyOfRange(predictions, fresh.labels().length, all)));
    }

    private static Value.Group recipe(Bench bench, Seed seed) {
        Answer answer = bench.ask(new Probe.OfFunction(
                "digitsRecipe", List.of(Value.of(DigitsData.INPUTS), Value.of(CLASSES), Value.of(seed.value()))));
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
