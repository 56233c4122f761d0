package io.gradlab.grader.lab2;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.CheckFailed;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.NetworkTextException;
import io.gradlab.nn.tensor.Seed;
import java.util.List;
import java.util.Locale;

/** Whether a student's recipe, a {@link io.gradlab.course.CnnConfig} as values, is one that may be trained. */
final class ShapesBudget {
    /** Multiplications for one image × epochs. */
    static final long LARGEST = 600_000;

    private ShapesBudget() {}

    static void check(Bench bench, Value.Group recipe, Seed seed) {
        List<Value> values = recipe.values();
        bench.require(whole(values.get(5)) == seed.value(), "hand the seed on as it is given.");
        List<NetworkSummary.Row> rows = rows(text(values.getFirst()));
        String logits = rows.getLast().output().toString();
        bench.require(
                logits.equals("[" + ShapesData.CLASSES + "]"),
                "the network ends with " + logits + " numbers; it needs " + ShapesData.CLASSES
                        + " logits, a dense layer at the end.");
        bench.require(whole(values.get(3)) > 0, "the batch size is " + whole(values.get(3)) + ", expected at least 1.");
        long epochs = whole(values.get(4));
        long multiplications =
                rows.stream().mapToLong(NetworkSummary.Row::multiplyAdds).sum();
        bench.require(
                epochs >= 0 && multiplications <= LARGEST && multiplications * epochs <= LARGEST,
                String.format(
                        Locale.ROOT,
                        "%,d multiplications × %d epochs = %,d; the budget is %,d.",
                        multiplications,
                        epochs,
                        multiplications * epochs,
                        LARGEST));
    }

    /** Returns the network's text of a recipe. */
    static String network(Value.Group recipe) {
        return text(recipe.values().getFirst());
    }

    private static List<NetworkSummary.Row> rows(String network) {
        try {
            return NetworkText.of(network, ShapesData.SAMPLE).summary().rows();
        } catch (NetworkTextException problem) {
            throw new CheckFailed("the network's text is wrong: " + problem.getMessage());
        }
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }

    private static long whole(Value value) {
        return value instanceof Value.Whole(long number) ? number : -1;
    }
}
