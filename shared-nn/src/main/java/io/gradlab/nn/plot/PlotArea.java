package io.gradlab.nn.plot;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/** A rectangle with two scales, its grid and its labels. */
final class PlotArea {
    private static final Font SMALL = Theme.TEXT;

    /**
     * An axis.
     *
     * @param ticks about how many numbers stand at it
     * @param whole whether only whole numbers stand at it
     */
    record Axis(PlotScale scale, String label, int ticks, boolean whole) {
        Axis(PlotScale scale, String label, int ticks) {
            this(scale, label, ticks, false);
        }

        List<Double> marks() {
            return scale.ticks(ticks).stream()
                    .filter(tick -> !whole || tick == Math.rint(tick))
                    .toList();
        }
    }

    private final Canvas canvas;
    private final int left;
    private final int top;
    private final int right;
    private final int bottom;
    private final Axis x;
    private final Axis y;

    /** Makes an area between the given edges; the numbers and labels stand outside of them, below and to the left. */
    PlotArea(Canvas canvas, int left, int top, int right, int bottom, Axis x, Axis y) {
        this.canvas = canvas;
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        this.x = x;
        this.y = y;
    }

    double x(double value) {
        return left + x.scale().share(value) * (right - left);
    }

    double y(double value) {
        return bottom - y.scale().share(value) * (bottom - top);
    }

    /** Draws grid, numbers and labels; {@code yLabelAt} is where the turned label's base line is. */
    void draw(int yLabelAt) {
        Graphics2D graphics = canvas.graphics();
        graphics.setStroke(new BasicStroke(1));
        for (double tick : x.marks()) {
            graphics.setColor(Theme.GRID);
            graphics.draw(new Line2D.Double(x(tick), top, x(tick), bottom));
            canvas.centred(Numbers.text(tick, 4), (int) Math.round(x(tick)), bottom + 19, 80, SMALL, Theme.INK);
        }
        for (double tick : y.marks()) {
            graphics.setColor(Theme.GRID);
            graphics.draw(new Line2D.Double(left, y(tick), right, y(tick)));
            canvas.rightAligned(Numbers.text(tick, 4), left - 6, (int) Math.round(y(tick)) + 5, 60, SMALL, Theme.INK);
        }
        graphics.setColor(Theme.FAINT_INK);
        graphics.drawRect(left, top, right - left, bottom - top);
        canvas.centred(x.label(), (left + right) / 2, bottom + 42, right - left, Theme.LABEL, Theme.INK);
        Font font = canvas.fit(y.label(), Theme.LABEL, bottom - top);
        int length = canvas.width(y.label(), font);
        canvas.turned(y.label(), yLabelAt, (top + bottom + length) / 2, -Math.PI / 2, font, Theme.INK);
    }
}
