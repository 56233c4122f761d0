package io.gradlab.nn.plot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A part of a report's page. */
sealed interface HtmlBlock {

    /** Starts a section. */
    record Heading(String text) implements HtmlBlock {}

    /** Starts a part of a section. */
    record Subheading(String text) implements HtmlBlock {}

    /** Running text. */
    record Paragraph(String text) implements HtmlBlock {}

    /** Running text with Markdown's marks. */
    record Prose(String markdown) implements HtmlBlock {}

    /** Rows below a header, all of the same length. */
    record Table(List<String> header, List<List<String>> rows) implements HtmlBlock {
        private static final String NUMBER = "[-+−±≥]?\\d[\\d,.]*([eE][-+]?\\d+)?( ?± ?\\d[\\d,.]*)?"
                + "( ?(%|s|ms|min|h|kB|MB|GB|points|images/s|GFLOP/s))?|NaN|–|—|-";

        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "The table has " + header.size() + " columns, but a row is " + row);
                }
            }
        }

        boolean isNumeric(int column) {
            return rows.stream()
                            .allMatch(row ->
                                    row.get(column).isBlank() || row.get(column).matches(NUMBER))
                    && rows.stream().anyMatch(row -> !row.get(column).isBlank());
        }
    }

    /** A picture in Base64, or only its words; with the file of its numbers, if there is one. */
    record Figure(Optional<String> png, String altText, String caption, Optional<Path> csv) implements HtmlBlock {}

    /** Text in a fixed pitch, line by line. */
    record Preformatted(String text) implements HtmlBlock {}
}
