package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws a {@link ConfusionPicture} cell by cell. */
final class ConfusionDrawing {
    private static final int NAMES_AT_MOST = 170;
    private static final int SMALLEST_NAMED_CELL = 13;
    private static final int SMALLEST_COUNTED_CELL = 22;
    private static final int LARGEST_CELL = 100;
    private static final int AXIS_LABEL = 28;
    private static final double TURN = -Math.PI / 4;
    private static final double SQRT_HALF = 0.7072;

    private final ConfusionPicture picture;
    private final int classes;
    private final int cellWidth;
    private final int cellHeight;
    private final int left;
    private final int labelX;
    private final int top;
    private final int bottom;
    private final Canvas canvas;

    private ConfusionDrawing(ConfusionPicture picture) {
        this.picture = picture;
        classes = picture.matrix().classes();
        int widest = widestName(picture.classNames());
        int room = Theme.WIDTH - 2 * Theme.MARGIN - AXIS_LABEL;
        boolean named = (room - widest) / classes >= SMALLEST_NAMED_CELL;
        int names = named ? widest + 8 : 0;
        int rise = named ? (int) (SQRT_HALF * (widest + 14)) + 6 : 6; // what the slanted names need
        int overhang = Math.max(0, rise - (room - names) / classes / 2); // of the last slanted name
        cellWidth = Math.clamp((room - names - overhang) / classes, 2, LARGEST_CELL);
        cellHeight = Math.max(2, cellWidth * 3 / 4);
        int spare = room - names - overhang - classes * cellWidth;
        left = Theme.MARGIN + spare / 2 + AXIS_LABEL + names;
        labelX = left - names - AXIS_LABEL + 14;
        top = 84 + rise;
        bottom = top + classes * cellHeight;
        canvas = new Canvas(Theme.WIDTH, bottom + 62);
        if (named) {
            drawNames(widest);
        }
    }

    static BufferedImage draw(ConfusionPicture picture) {
        ConfusionDrawing drawing = new ConfusionDrawing(picture);
        drawing.drawCells();
        drawing.drawLabels();
        drawing.drawScale();
        return drawing.canvas.image();
    }

    private static int widestName(List<String> names) {
        Canvas ruler = new Canvas(1, 1);
        int widest = names.stream()
                .mapToInt(name -> ruler.width(name, Theme.TEXT))
                .max()
                .orElse(0);
        return Math.min(widest, NAMES_AT_MOST);
    }

    private void drawNames(int room) {
        float size = Math.min(Theme.TEXT.getSize2D(), cellHeight * 0.9f);
        Font font = Theme.TEXT.deriveFont(size);
        int half = (int) (size / 3);
        for (int i = 0; i < classes; i++) {
            String name = canvas.shorten(picture.classNames().get(i), font, room);
            int y = top + i * cellHeight + cellHeight / 2 + half;
            canvas.rightAligned(name, left - 8, y, room, font, Theme.INK);
            canvas.turned(name, left + i * cellWidth + cellWidth / 2 + half, top - 8, TURN, font, Theme.INK);
        }
    }

    private void drawCells() {
        Graphics2D graphics = canvas.graphics();
        for (int label = 0; label < classes; label++) {
            for (int prediction = 0; prediction < classes; prediction++) {
                int x = left + prediction * cellWidth;
                int y = top + label * cellHeight;
                double share = picture.share(label, prediction);
                graphics.setColor(ConfusionPicture.colour(share));
                graphics.fillRect(x, y, cellWidth, cellHeight);
                if (cellWidth >= SMALLEST_COUNTED_CELL) {
                    graphics.setColor(Theme.GRID);
                    graphics.drawRect(x, y, cellWidth, cellHeight);
                    drawCount(picture.matrix().count(label, prediction), share, x, y);
                }
            }
        }
        graphics.setColor(Theme.FAINT_INK);
        graphics.drawRect(left, top, classes * cellWidth, classes * cellHeight);
    }

    private void drawCount(long count, double share, int x, int y) {
        Color colour = Math.sqrt(share) > 0.45 ? Color.WHITE : count == 0 ? Theme.FAINT_INK : Theme.INK;
        Font font = Theme.TEXT.deriveFont(Math.min(Theme.TEXT.getSize2D() + 1, cellHeight * 0.6f));
        String text = Long.toString(count);
        Font fitting = canvas.fit(text, font, cellWidth - 4);
        int baseLine = y + cellHeight / 2 + (int) (fitting.getSize2D() * 0.36);
        canvas.centred(text, x + cellWidth / 2, baseLine, cellWidth, fitting, colour);
    }

    private void drawLabels() {
        canvas.title(picture.title());
        canvas.centred("predicted class", left + classes * cellWidth / 2, 64, 300, Theme.LABEL, Theme.INK);
        int half = canvas.width("true class", Theme.LABEL) / 2;
        int middle = top + classes * cellHeight / 2;
        canvas.turned("true class", labelX, middle + half, -Math.PI / 2, Theme.LABEL, Theme.INK);
    }

    private void drawScale() {
        int width = 200;
        int x = left + 130;
        int y = bottom + 24;
        canvas.text("share of true class", left, y + 13, Theme.TEXT.deriveFont(13f), Theme.INK);
        for (int i = 0; i < width; i++) {
            canvas.graphics().setColor(ConfusionPicture.colour((double) i / (width - 1)));
            canvas.graphics().fillRect(x + 34 + i, y, 1, 16);
        }
        canvas.graphics().setColor(Theme.FAINT_INK);
        canvas.graphics().drawRect(x + 34, y, width, 16);
        canvas.text("0 %", x + 4, y + 13, Theme.TEXT.deriveFont(13f), Theme.INK);
        canvas.text("100 %", x + 34 + width + 6, y + 13, Theme.TEXT.deriveFont(13f), Theme.INK);
    }
}
