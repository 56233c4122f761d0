package io.gradlab.course.core;

import io.gradlab.course.VggRow;
import io.gradlab.nn.layer.NetworkSummary;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.tensor.Shape;
import java.util.List;
import java.util.StringJoiner;

/** VGG's blocks as a text of the engine's layers. */
final class CoreVgg {
    private static final int IMAGE = 224;

    private CoreVgg() {}

    static List<VggRow> rows(String blocks, int height, int width) {
        return text(blocks, Shape.of(3, height, width)).summary().rows().stream()
                .map(CoreVgg::row)
                .toList();
    }

    static long parameters(String blocks, int outputs) {
        List<VggRow> rows = rows(blocks, IMAGE, IMAGE);
        NetworkText dense = NetworkText.of(
                "dense 4096, relu, dense 4096, relu, dense " + outputs,
                Shape.of(rows.getLast().channels() * 7 * 7));
        return rows.stream().mapToLong(VggRow::parameters).sum()
                + dense.summary().rows().stream()
                        .mapToLong(NetworkSummary.Row::parameters)
                        .sum();
    }

    private static NetworkText text(String blocks, Shape image) {
        StringJoiner text = new StringJoiner(", ");
        for (String word : blocks.split(" ")) {
            text.add(word.equals("M") ? "maxpool 2" : "conv " + word + " 3x3 pad 1, relu");
        }
        return NetworkText.of(text.toString(), image);
    }

    private static VggRow row(NetworkSummary.Row row) {
        Shape output = row.output();
        return new VggRow("features." + row.name(), output.dim(0), output.dim(1), output.dim(2), row.parameters());
    }
}
