package io.gradlab.nn.layer;

import io.gradlab.nn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A network's layers with their output shapes and sizes, as a table.
 *
 * @param sample the shape of one sample's input
 * @param rows the layers in order; nested networks are flattened
 */
public record NetworkSummary(Shape sample, List<Row> rows) {
    private static final String GAP = "  ";

    /**
     * One layer.
     *
     * @param name its path in the network, for example {@code features.0}
     * @param layer the layer as text, for example {@code Conv2d(3→64, 3×3, pad 1)}
     * @param output the shape of its output for one sample
     * @param parameters how many numbers training changes
     * @param multiplyAdds multiplications (each with an addition) for one sample; dense and convolution layers only
     */
    public record Row(String name, String layer, Shape output, long parameters, long multiplyAdds) {

        /** Returns the same row inside a larger network: {@code 0} inside {@code features} is {@code features.0}. */
        public Row inside(String path) {
            return new Row(path + "." + name, layer, output, parameters, multiplyAdds);
        }
    }

    /** Copies the rows. */
    public NetworkSummary {
        rows = List.copyOf(rows);
    }

    /**
     * Returns the summary of a network.
     *
     * @param sample the shape of one sample, {@code [C, H, W]} or {@code [units]}
     * @throws ShapeMismatch if the network cannot take such a sample
     */
    public static NetworkSummary of(Sequential network, Shape sample) {
        network.outputShape(sample.prepend(1)); // a mismatch names its whole path
        return new NetworkSummary(sample, rows(network, sample.prepend(1)));
    }

    private static List<Row> rows(Sequential network, Shape input) {
        List<Row> rows = new ArrayList<>();
        Shape shape = input;
        for (Map.Entry<String, Layer> child : network.layers().entrySet()) {
            Layer layer = child.getValue();
            if (layer instanceof Sequential inner) {
                rows(inner, shape).forEach(row -> rows.add(row.inside(child.getKey())));
            } else {
                rows.add(row(child.getKey(), layer, layer.outputShape(shape)));
            }
            shape = layer.outputShape(shape);
        }
        return rows;
    }

    private static Row row(String name, Layer layer, Shape output) {
        long parameters = 0;
        long multiplyAdds = 0;
        for (Parameter parameter : layer.parameters()) {
            Shape shape = parameter.value().shape();
            parameters += shape.size();
            multiplyAdds += shape.rank() > 1 ? multiplyAdds(shape, output) : 0;
        }
        return new Row(name, layer.toString(), output.withoutFirst(), parameters, multiplyAdds);
    }

    /** Returns the multiplications of a weight {@code [out, ...]} for one sample: all its numbers at each place. */
    static long multiplyAdds(Shape weight, Shape output) {
        return (long) weight.size() * (output.withoutFirst().size() / output.dim(1));
    }

    /** Returns how many numbers training changes. */
    public long parameters() {
        return rows.stream().mapToLong(Row::parameters).sum();
    }

    /** Returns the multiplications (each with an addition) for one sample, of dense and convolution layers. */
    public long multiplyAdds() {
        return rows.stream().mapToLong(Row::multiplyAdds).sum();
    }

    /** Returns the aligned table, each line ended: a heading, the input, a line for each layer, the totals. */
    @Override
    public String toString() {
        List<String[]> lines = new ArrayList<>();
        lines.add(new String[] {"name", "layer", "output", "parameters", "multiply-adds"});
        lines.add(new String[] {"", "input", sample.toString(), "", ""});
        rows.forEach(row -> lines.add(new String[] {
            row.name(), row.layer(), row.output().toString(), count(row.parameters()), count(row.multiplyAdds())
        }));
        lines.add(new String[] {"total", "", "", total(parameters()), total(multiplyAdds())});
        int[] widths = new int[5];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        });
        StringBuilder table = new StringBuilder();
        for (String[] line : lines) {
            StringJoiner cells = new StringJoiner(GAP);
            for (int i = 0; i < widths.length; i++) {
                String padding = " ".repeat(widths[i] - line[i].length());
                cells.add(i < 3 ? line[i] + padding : padding + line[i]);
            }
            table.append(cells.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }

    private static String count(long number) {
        return number == 0 ? "" : total(number);
    }

    private static String total(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
