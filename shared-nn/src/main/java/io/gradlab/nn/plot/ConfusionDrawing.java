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
    private static final double TURN = -Math.PI / 4;
    private static final double SQRT_HALF = 0.7072;

    private final ConfusionPicture picture;
    private final int classes;
    private final int cellWidth;
    private final int cellHeight;
    private final int left;
    private final int top;
    private final int bottom;
    private final Canvas canvas;

    private ConfusionDrawing(ConfusionPicture picture) {
        this.picture = picture;
        classes = picture.matrix().classes();
        int names = widestName(picture.classNames());
        int room = Theme.WIDTH - 3 * Theme.MARGIN - 28;
        boolean named = (room - names) / classes >= SMALLEST_NAMED_CELL;
        int rise = named ? (int) (SQRT_HALF * (names + 14)) + 6 : 6; // what the slanted names need
        left = Theme.MARGIN + 28 + (named ? names + 8 : 0);
        cellWidth = Math.clamp((room - names - (named ? rise / 3 : 0)) / classes, 2, 90);
        cellHeight = Math.max(2, cellWidth * 3 / 4);
        top = 84 + rise;
        bottom = top + classes * cellHeight;
        canvas = new Canvas(Theme.WIDTH, bottom + 62);
        if (named) {
            drawNames(names);
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
        canvas.turned("true class", Theme.MARGIN + 14, middle + half, -Math.PI / 2, Theme.LABEL, Theme.INK);
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
