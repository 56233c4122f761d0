package io.gradlab.grader.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table whose cells can be replaced while every other character of the file stays as it is. A reader of values alone
 * would lose how the others are quoted.
 */
final class RawTable {
    private static final int LINES_TO_GUESS_FROM = 3; // as Canvas's importer does

    private final String text;
    private final char separator;
    private final List<List<Cell>> rows = new ArrayList<>(); // without empty lines
    private final Map<Integer, Edit> edits = new TreeMap<>(); // by where they start

    private RawTable(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** A cell's value, and the part of the file that it takes, with its quotes. */
    private record Cell(int start, int end, String value) {}

    private record Edit(int end, String cell) {}

    /**
     * Reads a table whose cells are separated by commas or by semicolons, whichever splits the first lines alike and more.
     *
     * @throws IllegalArgumentException if a quoted cell does not end
     */
    static RawTable parse(String text) {
        RawTable comma = new RawTable(text, ',');
        RawTable semicolon = new RawTable(text, ';');
        comma.read();
        semicolon.read();
        return semicolon.likelihood() > comma.likelihood() ? semicolon : comma;
    }

    private int likelihood() {
        List<Integer> widths = rows.stream()
                .limit(LINES_TO_GUESS_FROM)
                .map(List::size)
                .distinct()
                .toList();
        return widths.size() == 1 ? widths.getFirst() : 0;
    }

    private void read() {
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        List<Cell> row = new ArrayList<>();
        while (at < text.length()) {
            Cell cell = cell(at);
            row.add(cell);
            at = cell.end();
            boolean more = at < text.length() && text.charAt(at) == separator;
            at = more ? at + 1 : lineEnd(at);
            if (more && at == text.length()) {
                row.add(new Cell(at, at, ""));
            }
            if (!more || at == text.length()) {
                if (row.size() > 1 || !row.getFirst().value().isBlank()) {
                    rows.add(row);
                }
                row = new ArrayList<>();
            }
        }
    }

    private Cell cell(int start) {
        if (start < text.length() && text.charAt(start) == '"') {
            return quoted(start);
        }
        int end = start;
        while (end < text.length() && !isEnd(text.charAt(end))) {
            end++;
        }
        return new Cell(start, end, text.substring(start, end));
    }

    private Cell quoted(int start) {
        StringBuilder value = new StringBuilder();
        for (int at = start + 1; at < text.length(); at++) {
            if (text.charAt(at) != '"') {
                value.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                value.append('"');
                at++;
            } else {
                int end = at + 1;
                while (end < text.length() && !isEnd(text.charAt(end))) {
                    value.append(text.charAt(end++));
                }
                return new Cell(start, end, value.toString());
            }
        }
        throw new IllegalArgumentException("the quotes that open in line "
                + (1 + text.substring(0, start).chars().filter(c -> c == '\n').count()) + " never close");
    }

    private boolean isEnd(char c) {
        return c == separator || c == '\n' || c == '\r';
    }

    private int lineEnd(int at) {
        return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length());
    }

    int rows() {
        return rows.size();
    }

    char separator() {
        return separator;
    }

    /** Returns a row's values. */
    List<String> row(int row) {
        return rows.get(row).stream().map(Cell::value).toList();
    }

    /** Returns a cell's value; empty if the row is too short. */
    String get(int row, int column) {
        List<Cell> cells = rows.get(row);
        return column >= 0 && column < cells.size() ? cells.get(column).value() : "";
    }

    /**
     * Replaces a cell.
     *
     * @throws IllegalArgumentException if the row is too short
     */
    void put(int row, int column, String value) {
        List<Cell> cells = rows.get(row);
        if (column >= cells.size()) {
            throw new IllegalArgumentException("the line of " + cells.getFirst().value() + " has " + cells.size()
                    + " cells, and the first line " + rows.getFirst().size());
        }
        Cell cell = cells.get(column);
        edits.put(cell.start(), new Edit(cell.end(), quote(value)));
    }

    private String quote(String value) {
        boolean plain = value.chars().noneMatch(c -> isEnd((char) c) || c == '"')
                && value.strip().equals(value);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** Returns the file's text with the cells replaced. */
    @Override
    public String toString() {
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
            changed.append(text, at, edit.getKey()).append(edit.getValue().cell());
            at = edit.getValue().end();
        }
        return changed.append(text, at, text.length()).toString();
    }
}
