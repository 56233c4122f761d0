package io.gradlab.grader.student;

import io.gradlab.nn.io.AtomicFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the last checks of a lab brought, a row for each task in order; kept in {@code .gradlab/progress/lab1.tsv}, for
 * {@code ./gradlab} and {@code submit}. It is a note and no mark.
 *
 * @param lab for example {@code lab1}
 * @param rows of the tasks that are worth points
 */
public record Progress(String lab, List<Row> rows) {
    private static final String FOLDER = ".gradlab/progress/";
    private static final String PASS = "PASS";
    private static final int CELLS = 6;

    /** Keeps an unmodifiable copy of the list. */
    public Progress {
        rows = List.copyOf(rows);
    }

    /**
     * A task.
     *
     * @param task for example {@code 1.8}
     * @param outcome as {@code check} prints it; empty if it was not checked yet
     * @param sources the hash of the student package that was checked; empty if none was
     */
    public record Row(
            String task, String title, String outcome, BigDecimal points, BigDecimal maximum, String sources) {

        boolean isPassed() {
            return outcome.equals(PASS);
        }
    }

    /** Reads a lab's notes; empty if there are none, or none that can be read. */
    public static Optional<Progress> read(Path home, String lab) {
        Path file = file(home, lab);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length != CELLS) {
                    return Optional.empty();
                }
                rows.add(new Row(
                        cells[0], cells[1], cells[2], new BigDecimal(cells[3]), new BigDecimal(cells[4]), cells[5]));
            }
            return Optional.of(new Progress(lab, rows));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty(); // the next check writes it anew
        }
    }

    /** Writes the notes. */
    public void write(Path home) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(String.join(
                            "\t",
                            row.task(),
                            row.title(),
                            row.outcome(),
                            row.points().toPlainString(),
                            row.maximum().toPlainString(),
                            row.sources()))
                    .append('\n');
        }
        AtomicFiles.writeText(file(home, lab), text.toString());
    }

    /** Returns these rows, with the newer ones in place of those of the same tasks. */
    public Progress with(List<Row> newer) {
        List<Row> merged = rows.stream()
                .map(row -> newer.stream()
                        .filter(other -> other.task().equals(row.task()))
                        .findFirst()
                        .orElse(row))
                .toList();
        return new Progress(lab, merged);
    }

    /** Returns the points of all tasks. */
    public BigDecimal points() {
        return rows.stream().map(Row::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what all tasks are worth. */
    public BigDecimal maximum() {
        return rows.stream().map(Row::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns the first task that is not passed. */
    public Optional<Row> next() {
        return rows.stream().filter(row -> !row.isPassed()).findFirst();
    }

    /** Returns whether every task was checked with these very sources. */
    public boolean isOf(String sources) {
        return rows.stream().allMatch(row -> row.sources().equals(sources));
    }

    /** Returns a number as it is shown: {@code 35} or {@code 7.5}. */
    static String shown(BigDecimal points) {
        return points.stripTrailingZeros().toPlainString();
    }

    private static Path file(Path home, String lab) {
        return home.resolve(FOLDER + lab + ".tsv");
    }
}
