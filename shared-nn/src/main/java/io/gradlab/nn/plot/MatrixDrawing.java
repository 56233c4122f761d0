package io.gradlab.nn.plot;

import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;

/** Draws one matrix of a heat map. */
final class MatrixDrawing {

    private MatrixDrawing() {}

    /** Draws {@code [H, W]} into a square, its numbers enlarged and never smoothed, with a frame. */
    static void draw(Canvas canvas, Tensor numbers, HeatMaps.Scale scale, int x, int y, int side) {
        int height = numbers.dim(0);
        int width = numbers.dim(1);
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                pixels.setRGB(column, row, scale.colour(numbers.at(row, column)).getRGB());
            }
        }
        double scaling = (double) side / Math.max(height, width);
        int drawnWidth = Math.max(1, (int) Math.round(width * scaling));
        int drawnHeight = Math.max(1, (int) Math.round(height * scaling));
        int atX = x + (side - drawnWidth) / 2;
        int atY = y + (side - drawnHeight) / 2;
        canvas.graphics().drawImage(pixels, atX, atY, drawnWidth, drawnHeight, null);
        canvas.graphics().setColor(Theme.GRID);
        canvas.graphics().drawRect(atX, atY, drawnWidth, drawnHeight);
    }
}
