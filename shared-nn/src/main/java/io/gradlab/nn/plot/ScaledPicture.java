package io.gradlab.nn.plot;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;

/**
 * A picture drawn with fewer pixels, for a page that must stay small; never with more than it has.
 *
 * @param picture the picture at its own size
 * @param width the most pixels from left to right, at least 1
 */
public record ScaledPicture(Picture picture, int width) implements Picture {

    @Override
    public String title() {
        return picture.title();
    }

    @Override
    public String toCsv() {
        return picture.toCsv();
    }

    @Override
    public String altText() {
        return picture.altText();
    }

    @Override
    public BufferedImage draw() {
        BufferedImage whole = picture.draw();
        if (whole.getWidth() <= width) {
            return whole;
        }
        int height = Math.max(1, Math.round((float) whole.getHeight() * width / whole.getWidth()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(whole.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        graphics.dispose();
        return small;
    }
}
