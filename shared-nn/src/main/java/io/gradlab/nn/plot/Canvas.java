package io.gradlab.nn.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A white sheet in the theme's units, with text that always fits. */
final class Canvas {
    private static final float SMALLEST_FONT = 9f;
    private static final String ELLIPSIS = "…";
    private static final String NO_BREAK = "\u00a0"; // between a number and its percent sign

    private final BufferedImage image;
    private final Graphics2D graphics;
    private final int width;

    Canvas(int width, int height) {
        this.width = width;
        image = new BufferedImage(
                width * Theme.PIXELS_PER_UNIT, height * Theme.PIXELS_PER_UNIT, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setColor(Theme.PAPER);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(Theme.PIXELS_PER_UNIT, Theme.PIXELS_PER_UNIT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    }

    Graphics2D graphics() {
        return graphics;
    }

    BufferedImage image() {
        return image;
    }

    /** Returns how wide the text gets, rounded up. */
    int width(String text, Font font) {
        return graphics.getFontMetrics(font).stringWidth(text) + 1;
    }

    /** Draws the heading in the middle of the sheet's top and returns where the room below it starts. */
    int title(String title) {
        centred(title, width / 2, 28, width - 2 * Theme.MARGIN, Theme.TITLE, Theme.INK);
        return 48;
    }

    /** Draws text from {@code x} on, its base line at {@code y}. */
    void text(String text, int x, int y, Font font, Color colour) {
        graphics.setFont(font);
        graphics.setColor(colour);
        graphics.drawString(text, x, y);
    }

    /** Draws text around {@code x}, in a smaller font or shortened if it is wider than {@code room}. */
    void centred(String text, int x, int y, int room, Font font, Color colour) {
        Font fitting = fit(text, font, room);
        String shown = shorten(text, fitting, room);
        text(shown, x - width(shown, fitting) / 2, y, fitting, colour);
    }

    /** Draws text that ends at {@code x}, in a smaller font or shortened if it is wider than {@code room}. */
    void rightAligned(String text, int x, int y, int room, Font font, Color colour) {
        Font fitting = fit(text, font, room);
        String shown = shorten(text, fitting, room);
        text(shown, x - width(shown, fitting), y, fitting, colour);
    }

    /** Draws text turned by {@code radians} around its start at ({@code x}, {@code y}). */
    void turned(String text, int x, int y, double radians, Font font, Color colour) {
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(x, y);
        turned.rotate(radians);
        turned.setFont(font);
        turned.setColor(colour);
        turned.drawString(text, 0, 0);
        turned.dispose();
    }

    /** Returns the font, or a smaller one in which the text is {@code room} wide, but never an unreadable one. */
    Font fit(String text, Font font, int room) {
        int needed = width(text, font);
        return needed <= room ? font : font.deriveFont(Math.max(SMALLEST_FONT, font.getSize2D() * room / needed));
    }

    /** Returns the text's words in lines {@code room} wide, where words allow it; {@code most} lines at most. */
    List<String> wrap(String text, Font font, int room, int most) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String word : text.strip().replace(" %", NO_BREAK + "%").split("\\s+")) {
            String longer = lines.getLast().isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.getLast().isEmpty() || lines.size() == most || width(longer, font) <= room) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    /** Returns the text, cut short with an ellipsis if it is wider than {@code room}. */
    String shorten(String text, Font font, int room) {
        if (width(text, font) <= room) {
            return text;
        }
        FontMetrics metrics = graphics.getFontMetrics(font);
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + ELLIPSIS) > room) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + ELLIPSIS;
    }
}
