package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import io.gradlab.grader.report.Standing;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a table that knows where it stands.
 *
 * @param line its first line in the file
 * @param cells by column
 */
record TableRow(Path file, long line, Map<String, String> cells) {

    TableRow {
        cells = Map.copyOf(cells);
    }

    /** Returns the error that this line is wrong: {@code FILE line 3: problem}. */
    UserError error(String problem) {
        return new UserError(file + " line " + line + ": " + problem);
    }

    /** Returns a cell; empty if it is, or if an optional column is not there. */
    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Returns a cell that must not be empty. */
    String need(String column) {
        String cell = get(column);
        if (cell.isEmpty()) {
            throw error("the cell \"" + column + "\" is empty; fill it in, or delete the line");
        }
        return cell;
    }

    /** Returns a number of points, to 0.01; empty if the cell is. */
    Optional<BigDecimal> points(String column, String of, BigDecimal maximum) {
        String cell = get(column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal points = Numbers.parse(cell)
                .filter(number -> number.signum() >= 0 && number.scale() <= 2)
                .map(Standing::plain)
                .orElseThrow(() -> error("\"" + cell + "\" is no number of points; write for example 7.5"));
        if (points.compareTo(maximum) > 0) {
            throw error(cell + " points are more than " + of + " is worth; give at most " + maximum.toPlainString());
        }
        return Optional.of(points);
    }
}
