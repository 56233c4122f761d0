package io.gradlab.course.experiment;

import io.gradlab.nn.plot.LineChart;
import io.gradlab.nn.plot.Series;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.Evaluation;
import io.gradlab.nn.train.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Each epoch's validation with the layers switched to evaluation mode, as it should be, and left in training mode. Batch
 * norm's running statistics are put back afterwards, so that what is trained keeps its bits.
 */
final class ModeCurve {
    private static final String HEADER =
            "epoch,evaluation_mode_loss,evaluation_mode_accuracy,training_mode_loss,training_mode_accuracy";

    /** An epoch's figures; accuracies in [0, 1]. */
    private record Row(int epoch, double loss, double accuracy, double otherLoss, double otherAccuracy) {
        String toCsv() {
            return String.format(
                    Locale.ROOT, "%d,%.9g,%.9g,%.9g,%.9g", epoch, loss, accuracy, otherLoss, otherAccuracy);
        }

        static Row parse(String line) {
            String[] cells = line.split(",");
            return new Row(
                    Integer.parseInt(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
        }
    }

    private final RunSpec spec;
    private final List<Row> rows = new ArrayList<>();

    ModeCurve(RunSpec spec) {
        this.spec = spec;
    }

    boolean isOn() {
        return spec.watch().modes();
    }

    void epochEnded(History.Epoch epoch) {
        if (!isOn()) {
            return;
        }
        Map<String, Tensor> statistics = new LinkedHashMap<>();
        spec.network().buffers().forEach((name, tensor) -> statistics.put(name, tensor.copy()));
        Evaluation other = Evaluation.of(
                new UnswitchedNetwork(spec.network(), spec.plan().seed()),
                spec.loss(),
                spec.validation(),
                spec.plan().batchSize(),
                spec.plan().evaluation());
        spec.network().buffers().forEach((name, tensor) -> tensor.copyFrom(statistics.get(name)));
        rows.add(new Row(
                epoch.epoch(), epoch.validationLoss(), epoch.validationAccuracy(), other.loss(), other.accuracy()));
    }

    String toCsv() {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        rows.forEach(row -> csv.append(row.toCsv()).append('\n'));
        return csv.toString();
    }

    /** Goes on from what {@link #toCsv} wrote. */
    void restore(String csv) {
        csv.lines().skip(1).map(Row::parse).forEach(rows::add);
    }

    LineChart picture() {
        double[] epochs = rows.stream().mapToDouble(Row::epoch).toArray();
        double[] right = rows.stream().mapToDouble(row -> 100 * row.accuracy).toArray();
        double[] other =
                rows.stream().mapToDouble(row -> 100 * row.otherAccuracy).toArray();
        return new LineChart(
                "Validation with and without evaluation mode, " + spec.data().name(),
                "epoch",
                "validation accuracy (%)",
                List.of(
                        Series.of("evaluation mode", 0, epochs, right),
                        Series.of("left in training mode", 1, epochs, other)));
    }
}
