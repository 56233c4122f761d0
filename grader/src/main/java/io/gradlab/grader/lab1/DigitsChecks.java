package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Probe;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.grader.check.Task;
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
    private static final double MUCH_BETTER = 0.03;

    @Check(value = "within the budget", points = 0, rank = 1)
    void withinTheBudget(Bench bench) {
        RecipeBudget.check(bench, recipe(bench, seed(bench, 0)), DigitsData.INPUTS, CLASSES, seed(bench, 0));
    }

    @Check(value = "accuracy", points = 4, rank = 2)
    void accuracy(Bench bench) {
        RecipeBudget.check(bench, recipe(bench, seed(bench, 0)), DigitsData.INPUTS, CLASSES, seed(bench, 0));
        Trained[] trained = new Trained[TRAININGS];
        for (int i = 0; i < TRAININGS; i++) {
            trained[i] = train(bench, i, Value.Parts.OWN);
        }
        Trained median = median(trained);
        if (median.heldOut() < EVERYTHING) {
            double share = (median.heldOut() - NOTHING) / (EVERYTHING - NOTHING);
            throw new CheckFailed(explain(bench, trained, median), share);
        }
    }

    private record Trained(double heldOut, double seen) {}

    private static String explain(Bench bench, Trained[] trained, Trained median) {
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
        if (train(bench, 0, Value.Parts.CORE).heldOut() > trained[0].heldOut() + MUCH_BETTER) {
            return measured + " On the engine's parts the same recipe does much better: first mend your own, `check "
                    + "lab1` says which.";
        }
        boolean learned = median.seen() > 0.95;
        return measured + " Of the digits that it was trained on it knows " + percent(median.seen()) + " %: "
                + (learned
                        ? "it learns them by heart, so try other layers rather than more steps."
                        : "it has not learned them yet, so try larger or more steps: learning rate, batch size, epochs.");
    }

    private static Trained train(Bench bench, int number, Value.Parts parts) {
        Seed seed = seed(bench, number);
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
                "mlp", List.of(recipe(bench, seed), parts), known.inputs(), known.labels(), 1, asked, new int[all]));
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
