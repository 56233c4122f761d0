package io.gradlab.nn.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as spreadsheets read them (RFC 4180, lines end with a line feed). */
public final class Csv {
    private static final MathContext NINE_DIGITS = new MathContext(9); // float32 needs no more

    private final StringBuilder text = new StringBuilder();

    /** Appends a line of the given cells. */
    public Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::quote).collect(Collectors.joining(",")))
                .append('\n');
        return this;
    }

    /** Appends a line of the given cells. */
    public Csv row(String... cells) {
        return row(List.of(cells));
    }

    /** Returns the cell as it stands in the file: quoted if it holds a comma, a quote, a line break or outer blanks. */
    public static String quote(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && cell.strip().equals(cell);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Returns the number with at most nine digits, {@code 88.3} and not {@code 88.30000000000001}; NaN is empty. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(NINE_DIGITS).stripTrailingZeros();
        boolean readable = Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15;
        return readable ? rounded.toPlainString() : rounded.toString();
    }

    /** Returns the file's text. */
    @Override
    public String toString() {
        return text.toString();
    }
}
