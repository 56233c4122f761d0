package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A number for each pair of two settings, as a table of coloured cells.
 *
 * @param title one line
 * @param rowLabel what the rows differ in
 * @param rows their values, from top to bottom
 * @param columnLabel what the columns differ in
 * @param columns their values, from left to right
 * @param quantity what the numbers are, the unit in brackets at the end
 * @param values by row and column; NaN for a cell without a number
 * @param missing what stands in a cell without a number
 */
public record ValueGrid(
        String title,
        String rowLabel,
        List<String> rows,
        String columnLabel,
        List<String> columns,
        String quantity,
        double[][] values,
        String missing)
        implements Picture {
    private static final int TOP = 96;
    private static final int LEFT = 170;
    private static final int MOST_HEIGHT = 84;
    private static final int MOST_WIDTH = 190;
    private static final int BAR = 240;
    private static final int DIGITS = 4;
    private static final Color DEEP = new Color(0x08, 0x30, 0x6B);

    /** Checks that there is a cell for each pair. */
    public ValueGrid {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        int width = columns.size();
        if (values.length != rows.size() || Arrays.stream(values).anyMatch(row -> row.length != width)) {
            throw new IllegalArgumentException(
                    "\"" + title + "\" has " + rows.size() + " rows and " + width + " columns, but other values");
        }
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row(rowLabel, columnLabel, quantity);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.size(); column++) {
                csv.row(rows.get(row), columns.get(column), Csv.number(values[row][column]));
            }
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Heat map: " + title + "; " + quantity + " by " + rowLabel + " and " + columnLabel + ", from "
                + Numbers.text(low(), DIGITS) + " to " + Numbers.text(high(), DIGITS) + ".";
    }

    @Override
    public BufferedImage draw() {
        int height = Math.clamp(480 / rows.size(), 26, MOST_HEIGHT);
        int width = Math.clamp((Theme.WIDTH - LEFT - Theme.MARGIN) / columns.size(), 24, MOST_WIDTH);
        int bottom = TOP + rows.size() * height;
        Canvas canvas = new Canvas(Theme.WIDTH, bottom + 60);
        canvas.title(title);
        int middle = LEFT + columns.size() * width / 2;
        canvas.centred(columnLabel, middle, TOP - 32, columns.size() * width, Theme.LABEL, Theme.INK);
        for (int column = 0; column < columns.size(); column++) {
            int x = LEFT + column * width + width / 2;
            canvas.centred(columns.get(column), x, TOP - 9, width - 4, Theme.TEXT, Theme.INK);
        }
        int length = canvas.width(rowLabel, Theme.LABEL);
        canvas.turned(rowLabel, 30, (TOP + bottom + length) / 2, -Math.PI / 2, Theme.LABEL, Theme.INK);
        for (int row = 0; row < rows.size(); row++) {
            int y = TOP + row * height;
            canvas.rightAligned(rows.get(row), LEFT - 9, y + height / 2 + 5, LEFT - 54, Theme.TEXT, Theme.INK);
            for (int column = 0; column < columns.size(); column++) {
                drawCell(canvas, values[row][column], LEFT + column * width, y, width, height);
            }
        }
        drawScale(canvas, bottom + 22);
        return canvas.image();
    }

    private void drawCell(Canvas canvas, double value, int x, int y, int width, int height) {
        boolean number = !Double.isNaN(value);
        canvas.graphics().setColor(number ? colour(value) : Theme.PAPER);
        canvas.graphics().fillRect(x, y, width, height);
        canvas.graphics().setColor(Theme.GRID);
        canvas.graphics().drawRect(x, y, width, height);
        Color ink = number && share(value) > 0.5 ? Color.WHITE : number ? Theme.INK : Theme.FAINT_INK;
        String text = number ? Numbers.text(value, DIGITS) : missing;
        canvas.centred(text, x + width / 2, y + height / 2 + 5, width - 4, Theme.LABEL, ink);
    }

    private void drawScale(Canvas canvas, int y) {
        int left = (Theme.WIDTH - BAR) / 2 + 90;
        for (int i = 0; i < BAR; i++) {
            canvas.graphics().setColor(colour(low() + (high() - low()) * i / (BAR - 1)));
            canvas.graphics().fillRect(left + i, y, 1, 16);
        }
        canvas.graphics().setColor(Theme.FAINT_INK);
        canvas.graphics().drawRect(left, y, BAR, 16);
        String from = quantity + "   " + Numbers.text(low(), DIGITS);
        canvas.rightAligned(from, left - 8, y + 13, left - 8 - Theme.MARGIN, Theme.TEXT, Theme.INK);
        canvas.text(Numbers.text(high(), DIGITS), left + BAR + 8, y + 13, Theme.TEXT, Theme.INK);
    }

    private Color colour(double value) {
        return Theme.mix(new Color(0xF0, 0xF4, 0xFA), DEEP, share(value));
    }

    private double share(double value) {
        return high() > low() ? (value - low()) / (high() - low()) : 0;
    }

    private double low() {
        return numbers().min().orElse(0);
    }

    private double high() {
        return numbers().max().orElse(1);
    }

    private DoubleStream numbers() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
    }
}
