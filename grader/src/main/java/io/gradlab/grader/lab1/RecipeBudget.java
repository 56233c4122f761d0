package io.gradlab.grader.lab1;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.nn.tensor.Seed;
import java.util.List;
import java.util.Locale;

/** Whether a student's recipe, a {@link io.gradlab.course.MlpConfig} as values, is one that may be trained. */
final class RecipeBudget {
    private static final long LARGEST = 200_000; // weights × epochs

    private RecipeBudget() {}

    static void check(Bench bench, Value.Group recipe, int inputs, int classes, Seed seed) {
        List<Value> values = recipe.values();
        bench.require(
                whole(values.get(0)) == inputs
                        && whole(values.get(2)) == classes
                        && whole(values.get(7)) == seed.value(),
                "hand inputs, classes and seed on as they are given.");
        long weights = 0;
        long below = inputs;
        if (values.get(1) instanceof Value.Wholes hidden) {
            for (int units : hidden.values()) {
                bench.require(units > 0, "a hidden layer of " + units + " units is none.");
                weights += below * units;
                below = units;
            }
        }
        weights += below * classes;
        bench.require(whole(values.get(5)) > 0, "the batch size is " + whole(values.get(5)) + ", expected at least 1.");
        long epochs = whole(values.get(6));
        bench.require(
                epochs >= 0 && weights <= LARGEST && weights * epochs <= LARGEST,
                String.format(
                        Locale.ROOT,
                        "%,d weights × %d epochs = %,d; the budget is %,d.",
                        weights,
                        epochs,
                        weights * epochs,
                        LARGEST));
    }

    private static long whole(Value value) {
        return value instanceof Value.Whole(long number) ? number : -1;
    }
}
