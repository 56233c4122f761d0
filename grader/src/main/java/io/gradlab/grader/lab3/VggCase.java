package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.oracle.DoubleTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A VGG's text and an image's size, with what comes out. */
record VggCase(String blocks, int height, int width) {

    /** A layer; its parameters are counted with or without biases. */
    record Row(String name, double channels, double height, double width, double parameters) {}

    /** Ways to count. */
    enum Form {
        RIGHT,
        NO_BIASES,
        NO_PADDING,
        POOLS_KEEP_SIZE,
        THREE_CHANNELS_ALWAYS,
        ONE_LAYER_A_WORD,
        ROUNDED_UP
    }

    List<Row> rows(Form form) {
        List<Row> rows = new ArrayList<>();
        int channels = 3;
        int h = height;
        int w = width;
        for (String word : blocks.split(" ")) {
            boolean pool = word.equals("M");
            int more = form == Form.ROUNDED_UP ? 1 : 0;
            int filters = pool ? channels : Integer.parseInt(word);
            int inputs = form == Form.THREE_CHANNELS_ALWAYS ? 3 : channels;
            if (pool && form != Form.POOLS_KEEP_SIZE) {
                h = (h + more) / 2;
                w = (w + more) / 2;
            } else if (!pool && form == Form.NO_PADDING) {
                h -= 2;
                w -= 2;
            }
            double parameters = pool ? 0 : 9.0 * inputs * filters + (form == Form.NO_BIASES ? 0 : filters);
            rows.add(new Row("features." + rows.size(), filters, h, w, parameters));
            if (!pool && form != Form.ONE_LAYER_A_WORD) {
                rows.add(new Row("features." + rows.size(), filters, h, w, 0));
            }
            channels = filters;
        }
        return rows;
    }

    List<Row> ask(Bench bench) {
        Value result = Calls.ask(bench, "vggRows", new Value.Text(blocks), Value.of(height), Value.of(width))
                .values()
                .get("result");
        List<Value> values = result instanceof Value.Group(List<Value> all) ? all : List.of();
        return values.stream().map(VggCase::row).toList();
    }

    /** Demands one column of the list. */
    void compare(Bench bench, List<Row> actual, String what, ToDoubleFunction<Row> column) {
        int layers = rows(Form.RIGHT).size();
        String likeness = actual.size() == rows(Form.ONE_LAYER_A_WORD).size()
                ? ": it looks as if the ReLUs were not listed; each is a layer of its own"
                : "";
        bench.require(
                actual.size() == layers,
                "\"" + blocks + "\" has " + actual.size() + " layers, expected " + layers + likeness + ".");
        bench.compareExactly(
                what,
                column(actual, column),
                column(rows(Form.RIGHT), column),
                List.of(
                        new Misconception("biases were not counted", column(rows(Form.NO_BIASES), column)),
                        new Misconception(
                                "the convolutions have no padding; here it is 1, so that the size stays",
                                column(rows(Form.NO_PADDING), column)),
                        new Misconception(
                                "a pool leaves the size as it is; it halves it",
                                column(rows(Form.POOLS_KEEP_SIZE), column)),
                        new Misconception(
                                "every convolution has three input channels; only the first has, the others have the"
                                        + " filters of the one before",
                                column(rows(Form.THREE_CHANNELS_ALWAYS), column)),
                        new Misconception(
                                "sizes were rounded up; a row that fills no window of a pool is dropped",
                                column(rows(Form.ROUNDED_UP), column))));
    }

    private static DoubleTensor column(List<Row> rows, ToDoubleFunction<Row> column) {
        return Calls.vector(rows.stream().mapToDouble(column).toArray());
    }

    private static Row row(Value value) {
        if (value instanceof Value.Group(List<Value> parts) && parts.getFirst() instanceof Value.Text(String name)) {
            double[] numbers = parts.stream()
                    .skip(1)
                    .mapToDouble(part -> part instanceof Value.Whole(long number) ? number : Double.NaN)
                    .toArray();
            return new Row(name, numbers[0], numbers[1], numbers[2], numbers[3]);
        }
        return new Row("", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
