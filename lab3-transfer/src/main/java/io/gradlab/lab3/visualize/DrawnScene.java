package io.gradlab.lab3.visualize;

import io.gradlab.nn.tensor.Tensor;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pictures drawn by code, for who has no photograph at hand: a landscape, and a pullover. */
final class DrawnScene {
    /** Their names in commands. */
    static final String LANDSCAPE = "landscape";

    static final String PULLOVER = "pullover";

    private static final int SIDE = 224;
    private static final float WHITE = 255;

    private DrawnScene() {}

    /** Returns a landscape with a house, a tree and the sun, {@code [1, 3, 224, 224]}, 0..1. */
    static Tensor landscape() {
        BufferedImage image = sheet();
        Graphics2D pen = pen(image);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x4F, 0x9B, 0xE8), 0, 140, new Color(0xDD, 0xEE, 0xFB)));
        pen.fillRect(0, 0, SIDE, 150);
        pen.setPaint(new GradientPaint(0, 140, new Color(0x7C, 0xB3, 0x4A), 0, SIDE, new Color(0x3C, 0x72, 0x2A)));
        pen.fillRect(0, 140, SIDE, 84);
        pen.setColor(new Color(0xFF, 0xD9, 0x3B));
        pen.fillOval(20, 16, 40, 40);
        pen.setColor(new Color(0x8C, 0x9A, 0xA8));
        pen.fill(new Polygon(new int[] {70, 130, 190}, new int[] {142, 58, 142}, 3));
        pen.setColor(Color.WHITE);
        pen.fill(new Polygon(new int[] {116, 130, 144}, new int[] {78, 58, 78}, 3));
        pen.setColor(new Color(0xE8, 0xC8, 0x98));
        pen.fillRect(36, 122, 76, 60);
        pen.setColor(new Color(0xA8, 0x32, 0x28));
        pen.fill(new Polygon(new int[] {28, 74, 120}, new int[] {124, 86, 124}, 3));
        pen.setColor(new Color(0x5A, 0x38, 0x20));
        pen.fillRect(66, 148, 20, 34);
        pen.setColor(new Color(0x6C, 0xB8, 0xE8));
        pen.fillRect(44, 134, 16, 16);
        pen.fillRect(92, 134, 14, 16);
        pen.setColor(new Color(0x6B, 0x46, 0x2A));
        pen.fillRect(164, 130, 12, 56);
        pen.setColor(new Color(0x2E, 0x7D, 0x32));
        pen.fillOval(138, 74, 64, 66);
        pen.setColor(new Color(0x43, 0x98, 0x46));
        pen.fillOval(150, 68, 36, 38);
        pen.dispose();
        return tensor(image);
    }

    /** Returns a knitted pullover, light on black as in Fashion-MNIST, {@code [1, 3, 224, 224]}, 0..1. */
    static Tensor pullover() {
        BufferedImage image = sheet();
        Graphics2D pen = pen(image);
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setColor(new Color(0xC8, 0xC8, 0xC8));
        pen.fill(new Polygon(
                new int[] {82, 142, 176, 204, 178, 164, 164, 60, 60, 46, 20, 48},
                new int[] {30, 30, 46, 168, 178, 96, 196, 196, 96, 178, 168, 46},
                12));
        pen.setColor(Color.BLACK);
        pen.fillOval(88, 14, 48, 32);
        pen.setColor(new Color(0x98, 0x98, 0x98));
        pen.setStroke(new BasicStroke(5));
        pen.drawArc(88, 14, 48, 34, 180, 180);
        pen.drawLine(62, 190, 162, 190);
        pen.setStroke(new BasicStroke(2));
        for (int y = 70; y <= 180; y += 10) {
            pen.drawLine(64, y, 160, y);
        }
        pen.dispose();
        return tensor(image);
    }

    private static BufferedImage sheet() {
        return new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return pen;
    }

    private static Tensor tensor(BufferedImage image) {
        Tensor tensor = Tensor.zeros(1, 3, SIDE, SIDE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int pixel = image.getRGB(i % SIDE, i / SIDE);
            for (int channel = 0; channel < 3; channel++) {
                tensor.data()[channel * SIDE * SIDE + i] = (pixel >> (16 - 8 * channel) & 0xFF) / WHITE;
            }
        }
        return tensor;
    }
}
