package io.gradlab.grader.lab3;

import io.gradlab.course.TransferClassifier;
import io.gradlab.course.TransferConfig;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.grader.check.Task;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Task 3.13: the recipe is the student's; it is carried out here, on the engine. */
@Task(id = "3.13", title = "transfer", points = 8, training = true)
public class TransferChecks {
    /** Multiplications of an image through the base, plus those of the head in all epochs. */
    static final long BUDGET = 250_000;

    private static final int TRAININGS = 3;
    private static final int NEW = 4; // classes 6 to 9
    private static final int FEW = 20; // images of each to learn from
    private static final int HELD_OUT = 100; // images of each to be judged by
    private static final double NOTHING = 0.41; // a head on the pixels stays below
    private static final double EVERYTHING = 0.71;

    @Check(value = "within the budget", points = 0, rank = 1)
    void withinTheBudget(Bench bench) {
        recipe(bench, 0);
    }

    @Check(value = "accuracy", points = 8, rank = 2)
    void accuracy(Bench bench) {
        TransferConfig[] recipes = new TransferConfig[TRAININGS];
        Arrays.setAll(recipes, i -> recipe(bench, i));
        Map<String, Tensor> pretrained = PretrainedShapes.weights();
        double[] accuracies = new double[TRAININGS];
        for (int i = 0; i < TRAININGS; i++) {
            Seed seed = bench.seed().derive("images " + i);
            TransferData few = TransferData.of(seed, PretrainedShapes.KNOWN, NEW, FEW);
            TransferData fresh = TransferData.of(seed.derive("held out"), PretrainedShapes.KNOWN, NEW, HELD_OUT);
            int[] predictions = new TransferClassifier(recipes[i], pretrained, NEW)
                    .fit(few.images(), few.labels())
                    .predict(fresh.images());
            accuracies[i] = accuracy(predictions, fresh.labels());
        }
        Arrays.sort(accuracies);
        double median = accuracies[TRAININGS / 2];
        if (median < EVERYTHING) {
            throw new CheckFailed(
                    String.format(
                            Locale.ROOT,
                            "three trainings are right about %.1f %%, %.1f %% and %.1f %% of new images; the median is below"
                                    + " %.0f %% (no points below %.0f %%). %s",
                            100 * accuracies[0],
                            100 * accuracies[1],
                            100 * accuracies[2],
                            100 * EVERYTHING,
                            100 * NOTHING,
                            advice(recipes[0])),
                    (median - NOTHING) / (EVERYTHING - NOTHING));
        }
    }

    private static String advice(TransferConfig recipe) {
        return recipe.blocks() == 0
                ? "You learn from pixels; keep blocks of the pretrained network."
                : "Try more or fewer blocks, another learning rate, more epochs.";
    }

    private static TransferConfig recipe(Bench bench, int number) {
        Seed seed = bench.seed().derive("recipe " + number);
        Value result = Calls.ask(bench, "transferRecipe", Value.of(seed.value()))
                .values()
                .get("result");
        List<Value> values = result instanceof Value.Group(List<Value> parts) ? parts : List.of();
        bench.require(whole(values.get(4)) == seed.value(), "hand the seed on as it is given.");
        long blocks = whole(values.getFirst());
        bench.require(
                blocks >= 0 && blocks <= TransferClassifier.BLOCKS,
                "there are 3 blocks, so 0 to 3 can stay, not " + blocks + ".");
        long batch = whole(values.get(2));
        bench.require(batch >= 1 && batch <= 1000, "the batch size is " + batch + ", expected 1 to 1000.");
        long epochs = whole(values.get(3));
        bench.require(epochs >= 0 && epochs <= BUDGET, "the number of epochs is " + epochs + ".");
        long base = TransferClassifier.baseMultiplications((int) blocks);
        long head = (long) TransferClassifier.features((int) blocks) * NEW;
        bench.require(
                base + head * epochs <= BUDGET,
                String.format(
                        Locale.ROOT,
                        "%,d multiplications for the base + %,d × %d epochs for the head = %,d; the budget is %,d.",
                        base,
                        head,
                        epochs,
                        base + head * epochs,
                        BUDGET));
        double rate = values.get(1) instanceof Value.Real(double real) ? real : Double.NaN;
        bench.require(rate >= 0 && rate <= 100, "the learning rate is " + rate + ", expected 0 to 100.");
        return new TransferConfig((int) blocks, rate, (int) batch, (int) epochs, seed);
    }

    private static double accuracy(int[] predictions, int[] labels) {
        int right = 0;
        for (int n = 0; n < labels.length; n++) {
            right += predictions[n] == labels[n] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private static long whole(Value value) {
        return value instanceof Value.Whole(long number) ? number : -1;
    }
}
