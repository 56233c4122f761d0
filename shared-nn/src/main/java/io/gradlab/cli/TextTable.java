package io.gradlab.cli;

import io.gradlab.nn.metric.Csv;
import java.util.ArrayList;
import java.util.List;

/**
 * A table for the terminal and for a file.
 *
 * @param header the columns' names
 * @param rows each with as many cells as the header
 */
public record TextTable(List<String> header, List<List<String>> rows) {
    private static final String GAP = "   ";

    /** Checks that the rows are as long as the header. */
    public TextTable {
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("The table has the columns " + header + ", but a row is " + row);
            }
        }
        rows = List.copyOf(rows);
    }

    /** Returns lines with the columns under each other; each line ends with a line feed. */
    public String toText() {
        List<List<String>> lines = new ArrayList<>(rows);
        lines.addFirst(header);
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder cells = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                cells.append(cell)
                        .repeat(" ", width(lines, column) - cell.length())
                        .append(GAP);
            }
            text.append(cells.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    /** Returns the same for a Markdown page; no cell may hold a vertical bar. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        text.append("| ").append(String.join(" | ", header)).append(" |\n");
        text.append("|---".repeat(header.size())).append("|\n");
        rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
        return text.toString();
    }

    /** Returns the same as CSV. */
    public String toCsv() {
        Csv csv = new Csv().row(header);
        rows.forEach(csv::row);
        return csv.toString();
    }
}
