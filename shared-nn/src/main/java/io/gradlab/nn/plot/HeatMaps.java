package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import io.gradlab.nn.tensor.Tensor;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Matrices in a grid, all on one scale of colours; each has a caption, and the scale stands below.
 *
 * @param title one line
 * @param quantity what the numbers are, the unit in brackets at the end
 * @param maps row by row
 * @param columns how many maps a row has, at least 1
 * @param scale which colour a number gets
 */
public record HeatMaps(String title, String quantity, List<Item> maps, int columns, Scale scale) implements Picture {
    private static final int GAP = 12;
    private static final int LINE = 19; // of the caption
    private static final int BAR_WIDTH = 300;
    private static final int BAR_HEIGHT = 16;
    private static final int LEGEND = 46;
    private static final Color NEGATIVE = new Color(0x05, 0x30, 0x61);
    private static final Color POSITIVE = new Color(0x8E, 0x0B, 0x1E);

    /**
     * A matrix with its caption.
     *
     * @param numbers {@code [H, W]} on the host
     */
    public record Item(Tensor numbers, String caption) {
        /** Checks the shape. */
        public Item {
            if (numbers.shape().rank() != 2 || numbers.size() == 0) {
                throw new IllegalArgumentException(
                        "A heat map shows a matrix [H, W], but \"" + caption + "\" is " + numbers.shape());
            }
        }
    }

    /**
     * Numbers from {@code low} to {@code high} as colours; those outside get the nearest.
     *
     * @param signed blue below zero, white at zero and red above, for {@code low} = -{@code high}; else black to white
     */
    public record Scale(double low, double high, boolean signed) {
        /** Checks the range. */
        public Scale {
            if (!(low < high)) {
                throw new IllegalArgumentException("A scale needs low < high, but got " + low + " and " + high);
            }
        }

        /** Returns black for 0 to white for 1. */
        public static Scale unit() {
            return new Scale(0, 1, false);
        }

        /** Returns blue for the most negative to red for the most positive number, zero in the middle. */
        public static Scale symmetric(List<Item> maps) {
            float largest = 0;
            for (Item item : maps) {
                for (float value : item.numbers().data()) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            return largest > 0 ? new Scale(-largest, largest, true) : new Scale(-1, 1, true);
        }

        Color colour(double value) {
            double share = Double.isNaN(value) ? 0 : Math.clamp((value - low) / (high - low), 0.0, 1.0);
            if (!signed) {
                return Theme.mix(Color.BLACK, Color.WHITE, share);
            }
            double strength = Math.abs(2 * share - 1);
            return Theme.mix(Theme.PAPER, share < 0.5 ? NEGATIVE : POSITIVE, strength);
        }
    }

    /** Keeps its own copy of the list. */
    public HeatMaps {
        maps = List.copyOf(maps);
        if (columns < 1) {
            throw new IllegalArgumentException("Heat maps need at least one column, but got " + columns);
        }
    }

    @Override
    public String toCsv() {
        Csv csv = new Csv().row("map", "row", "column", quantity);
        for (Item item : maps) {
            for (int row = 0; row < item.numbers().dim(0); row++) {
                for (int column = 0; column < item.numbers().dim(1); column++) {
                    csv.row(
                            item.caption(),
                            Integer.toString(row),
                            Integer.toString(column),
                            Csv.number(item.numbers().at(row, column)));
                }
            }
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Heat maps: " + title + "; " + maps.size() + " maps of " + quantity + ", colours from "
                + Numbers.text(scale.low(), 3) + " to " + Numbers.text(scale.high(), 3) + ".";
    }

    @Override
    public BufferedImage draw() {
        int rows = Math.max(1, (maps.size() + columns - 1) / columns);
        int side = Math.clamp((Theme.WIDTH - 2 * Theme.MARGIN - (columns - 1) * GAP) / columns, 4, 180);
        int rowHeight = side + LINE + GAP;
        Canvas canvas = new Canvas(Theme.WIDTH, 48 + rows * rowHeight + LEGEND);
        int top = canvas.title(title);
        int left = (Theme.WIDTH - columns * side - (columns - 1) * GAP) / 2;
        for (int i = 0; i < maps.size(); i++) {
            int x = left + i % columns * (side + GAP);
            int y = top + i / columns * rowHeight;
            MatrixDrawing.draw(canvas, maps.get(i).numbers(), scale, x, y, side);
            canvas.centred(
                    maps.get(i).caption(), x + side / 2, y + side + LINE - 3, side + GAP - 2, Theme.TEXT, Theme.INK);
        }
        drawLegend(canvas, top + rows * rowHeight);
        return canvas.image();
    }

    private void drawLegend(Canvas canvas, int top) {
        int left = (Theme.WIDTH - BAR_WIDTH) / 2;
        for (int i = 0; i < BAR_WIDTH; i++) {
            canvas.graphics().setColor(scale.colour(scale.low() + (scale.high() - scale.low()) * i / (BAR_WIDTH - 1)));
            canvas.graphics().fillRect(left + i, top + 6, 1, BAR_HEIGHT);
        }
        canvas.graphics().setColor(Theme.FAINT_INK);
        canvas.graphics().drawRect(left, top + 6, BAR_WIDTH, BAR_HEIGHT);
        int baseLine = top + 6 + BAR_HEIGHT - 3;
        String low = quantity + "   " + Numbers.text(scale.low(), 3);
        canvas.rightAligned(low, left - 8, baseLine, left - 8 - Theme.MARGIN, Theme.TEXT, Theme.INK);
        canvas.text(Numbers.text(scale.high(), 3), left + BAR_WIDTH + 8, baseLine, Theme.TEXT, Theme.INK);
    }
}
