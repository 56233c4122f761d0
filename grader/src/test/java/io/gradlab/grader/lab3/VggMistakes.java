package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.course.VggRow;
import io.gradlab.grader.lab3.VggCase.Form;
import java.util.List;

/** What goes wrong when a VGG is counted. */
final class VggMistakes {

    private VggMistakes() {}

    static List<Mistake> all() {
        return List.of(
                rows(Form.NO_BIASES, "biases were not counted"),
                rows(Form.NO_PADDING, "the convolutions have no padding"),
                rows(Form.POOLS_KEEP_SIZE, "a pool leaves the size as it is"),
                rows(Form.THREE_CHANNELS_ALWAYS, "every convolution has three input channels"),
                rows(Form.ROUNDED_UP, "sizes were rounded up"),
                rows(Form.ONE_LAYER_A_WORD, "the ReLUs were not listed"),
                total(
                        "VGG: no dense layers",
                        (convolutions, _, _, _) -> convolutions,
                        "the dense layers were left out"),
                total(
                        "VGG: dense layers alone",
                        (_, _, channels, outputs) -> dense(49 * channels, outputs, 1),
                        "the convolutions were left out"),
                total(
                        "VGG: no biases",
                        (convolutions, filters, channels, outputs) ->
                                convolutions - filters + dense(49 * channels, outputs, 0),
                        "all biases were left out"),
                total(
                        "VGG: one number a channel",
                        (convolutions, _, channels, outputs) -> convolutions + dense(channels, outputs, 1),
                        "the last maps were not pooled to 7×7"));
    }

    private static Mistake rows(Form form, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public List<VggRow> vggRows(String blocks, int height, int width) {
                return new VggCase(blocks, height, width)
                        .rows(form).stream()
                                .map(row -> new VggRow(
                                        row.name(), (int) row.channels(), (int) row.height(), (int) row.width(), (long)
                                                row.parameters()))
                                .toList();
            }
        };
        return new Mistake("VGG: " + form, VggChecks.class, lab, says);
    }

    private interface Total {
        long of(long convolutions, long filters, long channels, long outputs);
    }

    private static Mistake total(String name, Total total, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public long vggParameters(String blocks, int outputs) {
                List<VggRow> rows = vggRows(blocks, 32, 32);
                List<VggRow> convolutions =
                        rows.stream().filter(row -> row.parameters() > 0).toList();
                return total.of(
                        convolutions.stream().mapToLong(VggRow::parameters).sum(),
                        convolutions.stream().mapToLong(VggRow::channels).sum(),
                        rows.getLast().channels(),
                        outputs);
            }
        };
        return new Mistake(name, VggChecks.class, lab, says);
    }

    private static long dense(long inputs, long outputs, int biases) {
        return (inputs + biases) * 4096 + (4096 + biases) * (4096 + outputs);
    }
}
