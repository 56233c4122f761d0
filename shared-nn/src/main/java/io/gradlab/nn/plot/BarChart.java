package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Named values as horizontal bars from zero on, so that long names stay readable.
 *
 * @param title one line
 * @param nameLabel what the names are, for the CSV's header, for example {@code class}
 * @param valueLabel what the values are, the unit in brackets at the end; for {@code (%)} the axis ends at 100
 * @param bars from top to bottom
 */
public record BarChart(String title, String nameLabel, String valueLabel, List<Bar> bars) implements Picture {
    private static final int BAR = 22;
    private static final int GAP = 12;
    private static final int NAMES_AT_MOST = 260;

    /** A bar; a value that is not finite gets its name, but no bar. */
    public record Bar(String name, double value) {}

    /** Keeps its own copy of the list. */
    public BarChart {
        bars = List.copyOf(bars);
    }

    /** Returns a chart of shares, given as fractions of 1 and shown in percent, one for each name. */
    public static BarChart percent(
            String title, String nameLabel, String quantity, List<String> names, double[] fractions) {
        if (names.size() != fractions.length) {
            throw new IllegalArgumentException(
                    title + ": got " + names.size() + " names, but " + fractions.length + " values");
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < fractions.length; i++) {
            bars.add(new Bar(names.get(i), 100 * fractions[i]));
        }
        return new BarChart(title, nameLabel, quantity + " (%)", bars);
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row(nameLabel, valueLabel);
        bars.forEach(bar -> csv.row(bar.name(), Csv.number(bar.value())));
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Bar chart: " + title + ", " + valueLabel + " by " + nameLabel + "; "
                + bars.stream().map(bar -> bar.name() + " " + words(bar)).collect(Collectors.joining(", ")) + ".";
    }

    @Override
    public BufferedImage draw() {
        int height = 48 + bars.size() * (BAR + GAP) + GAP + 62;
        Canvas canvas = new Canvas(Theme.WIDTH, height);
        int top = canvas.title(title);
        int names = bars.stream()
                .mapToInt(bar -> canvas.width(bar.name(), Theme.TEXT))
                .max()
                .orElse(0);
        int left = Theme.MARGIN + Math.min(names, NAMES_AT_MOST) + 10;
        int values = bars.stream()
                .mapToInt(bar -> canvas.width(words(bar), Theme.TEXT))
                .max()
                .orElse(0);
        int right = Theme.WIDTH - Theme.MARGIN - values - 6;
        Axis axis = new Axis(low(), high(), left, right);
        drawAxis(canvas, axis, top, height - 62);
        for (int i = 0; i < bars.size(); i++) {
            drawBar(canvas, axis, bars.get(i), top + GAP + i * (BAR + GAP), left);
        }
        return canvas.image();
    }

    private void drawAxis(Canvas canvas, Axis axis, int top, int bottom) {
        Graphics2D graphics = canvas.graphics();
        for (double tick : Numbers.ticks(axis.low(), axis.high(), 5)) {
            int x = (int) Math.round(axis.position(tick));
            graphics.setColor(tick == 0 ? Theme.FAINT_INK : Theme.GRID);
            graphics.drawLine(x, top, x, bottom);
            canvas.centred(Numbers.text(tick, 4), x, bottom + 20, 80, Theme.TEXT, Theme.INK);
        }
        int middle = (axis.left() + axis.right()) / 2;
        canvas.centred(valueLabel, middle, bottom + 46, axis.right() - axis.left(), Theme.LABEL, Theme.INK);
    }

    private void drawBar(Canvas canvas, Axis axis, Bar bar, int y, int left) {
        int baseLine = y + BAR - 6;
        canvas.rightAligned(bar.name(), left - 10, baseLine, left - 10 - Theme.MARGIN, Theme.TEXT, Theme.INK);
        double zero = axis.position(0);
        double end = Double.isFinite(bar.value()) ? axis.position(bar.value()) : zero;
        canvas.graphics().setColor(Theme.colour(0));
        canvas.graphics().fill(new Rectangle2D.Double(Math.min(zero, end), y, Math.abs(end - zero), BAR));
        canvas.text(words(bar), (int) Math.max(zero, end) + 6, baseLine, Theme.TEXT, Theme.INK);
    }

    private String words(Bar bar) {
        String unit = Numbers.unit(valueLabel);
        return Double.isFinite(bar.value()) ? Numbers.text(bar.value(), 3) + unit : "no value";
    }

    private double low() {
        return Math.min(0, finiteValues().min().orElse(0));
    }

    private double high() {
        double atLeast = Numbers.unit(valueLabel).equals(" %") ? 100 : 0;
        double largest = Math.max(atLeast, finiteValues().max().orElse(0));
        return largest == low() ? 1 : largest; // all values are zero
    }

    private DoubleStream finiteValues() {
        return bars.stream().mapToDouble(Bar::value).filter(Double::isFinite);
    }

    /** The value axis: {@code low} stands at {@code left}, {@code high} at {@code right}. */
    private record Axis(double low, double high, int left, int right) {
        double position(double value) {
            return left + (value - low) / (high - low) * (right - left);
        }
    }
}
