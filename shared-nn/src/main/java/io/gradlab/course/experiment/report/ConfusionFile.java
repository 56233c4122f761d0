package io.gradlab.course.experiment.report;

import io.gradlab.cli.UserError;
import io.gradlab.nn.metric.ConfusionMatrix;
import io.gradlab.nn.plot.ConfusionPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run's {@code confusion.csv}, read again.
 *
 * @param names of the classes
 * @param matrix their counts
 */
record ConfusionFile(List<String> names, ConfusionMatrix matrix) {

    /** Returns the matrix of a run's folder; empty if the run has none. */
    static Optional<ConfusionFile> in(Path run) throws IOException {
        Path file = run.resolve("confusion.csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Files.readString(file)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UserError(file + " is damaged; move it away, or train the run anew", e);
        }
    }

    private static ConfusionFile parse(String csv) {
        List<List<String>> lines =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        List<String> names = lines.getFirst().subList(1, lines.getFirst().size());
        ConfusionMatrix matrix = new ConfusionMatrix(names.size());
        for (int label = 0; label < names.size(); label++) {
            for (int prediction = 0; prediction < names.size(); prediction++) {
                long count = Long.parseLong(lines.get(label + 1).get(prediction + 1));
                for (long i = 0; i < count; i++) {
                    matrix.add(label, prediction);
                }
            }
        }
        return new ConfusionFile(names, matrix);
    }

    ConfusionPicture picture(String title) {
        return new ConfusionPicture(title, matrix, names);
    }
}
