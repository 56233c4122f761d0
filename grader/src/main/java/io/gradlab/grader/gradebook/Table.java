package io.gradlab.grader.gradebook;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.gradlab.cli.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table that a person wrote, in whatever order its columns are: UTF-8 with or without byte order mark, cells divided by
 * commas or semicolons. Columns that nobody asks for are left alone.
 */
final class Table {
    private final Path file;
    private final List<String> columns;

    private Table(Path file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Returns a table's lines as {@link #read}; none if there is no such file. */
    static List<TableRow> readIfThere(Path file, String... required) {
        return Files.exists(file) ? read(file, required) : List.of();
    }

    /**
     * Returns a table's lines without the header.
     *
     * @throws UserError if it cannot be read, or a required column is missing
     */
    static List<TableRow> read(Path file, String... required) {
        String text = TextFile.read(file);
        List<TableRow> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Table table = new Table(file, new ArrayList<>());
            for (CsvRecord line : reader) {
                if (line.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (table.columns.isEmpty()) {
                    table.head(line, required);
                } else {
                    rows.add(table.row(line));
                }
            }
            if (table.columns.isEmpty()) {
                throw new UserError(file + ": it is empty; begin with the line " + String.join(",", required));
            }
        } catch (CsvParseException malformed) {
            throw new UserError(file + ": " + malformed.getMessage() + "; mend the quotes", malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the text is in memory
        }
        return rows;
    }

    private void head(CsvRecord line, String... required) {
        line.getFields().forEach(name -> columns.add(name.strip().toLowerCase(Locale.ROOT)));
        for (String name : required) {
            long count = columns.stream().filter(name::equals).count();
            if (count != 1) {
                throw new UserError(file + " line " + line.getStartingLineNumber() + ": there "
                        + (count == 0 ? "is no column \"" : "are several columns \"") + name
                        + "\"; the columns are " + String.join(", ", required) + ", in any order");
            }
        }
    }

    private TableRow row(CsvRecord line) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.getFieldCount()); i++) {
            cells.put(columns.get(i), line.getField(i).strip());
        }
        TableRow row = new TableRow(file, line.getStartingLineNumber(), cells);
        if (line.getFieldCount() > columns.size()) {
            throw row.error("it has " + line.getFieldCount() + " cells, the header " + columns.size()
                    + "; put a text with a comma or semicolon in quotes");
        }
        return row;
    }

    private static char separator(String text) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return head.chars().filter(c -> c == ';').count()
                        > head.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }
}
