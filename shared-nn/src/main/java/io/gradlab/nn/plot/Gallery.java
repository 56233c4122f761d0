package io.gradlab.nn.plot;

import io.gradlab.nn.metric.Csv;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Images in a grid, each with a caption; pixels are enlarged, never smoothed.
 *
 * @param title one line
 * @param items row by row
 * @param columns how many images a row has, at least 1
 */
public record Gallery(String title, List<Item> items, int columns) implements Picture {
    private static final int GAP = 14;
    private static final int LINE = 18; // of the caption
    private static final int CAPTION_LINES = 3;

    /**
     * An image with its caption.
     *
     * @param image {@code [C, H, W]} on the host, C = 1 (grey) or 3 (red, green, blue); values are clipped to [0, 1]
     * @param caption a few words, for example {@code true 3, predicted 5}
     */
    public record Item(Tensor image, String caption) {
        /** Checks the shape. */
        public Item {
            if (image.shape().rank() != 3 || (image.dim(0) != 1 && image.dim(0) != 3) || image.size() == 0) {
                throw new IllegalArgumentException(
                        "A gallery shows images [1, H, W] or [3, H, W], but \"" + caption + "\" is " + image.shape());
            }
        }
    }

    /** Keeps its own copy of the list. */
    public Gallery {
        items = List.copyOf(items);
        if (columns < 1) {
            throw new IllegalArgumentException("A gallery needs at least one column, but got " + columns);
        }
    }

    /** Returns a line for each image: its number from 0 on, caption and shape; the pixels are the data set's. */
    @Override
    public String toCsv() {
        Csv csv = new Csv().row("image", "caption", "shape");
        for (int i = 0; i < items.size(); i++) {
            csv.row(
                    Integer.toString(i),
                    items.get(i).caption(),
                    items.get(i).image().shape().toString());
        }
        return csv.toString();
    }

    @Override
    public String altText() {
        return "Images: " + title + "; " + items.stream().map(Item::caption).collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public BufferedImage draw() {
        int rows = Math.max(1, (items.size() + columns - 1) / columns);
        int side = Math.clamp((Theme.WIDTH - 2 * Theme.MARGIN - (columns - 1) * GAP) / columns, 4, 220);
        Canvas ruler = new Canvas(1, 1);
        List<List<String>> captions = items.stream()
                .map(item -> ruler.wrap(item.caption(), Theme.TEXT, side, CAPTION_LINES))
                .toList();
        int lines = captions.stream().mapToInt(List::size).max().orElse(0);
        int rowHeight = side + lines * LINE + GAP;
        Canvas canvas = new Canvas(Theme.WIDTH, 48 + rows * rowHeight + Theme.MARGIN);
        int top = canvas.title(title);
        int left = (Theme.WIDTH - columns * side - (columns - 1) * GAP) / 2;
        for (int i = 0; i < items.size(); i++) {
            int x = left + i % columns * (side + GAP);
            int y = top + i / columns * rowHeight;
            drawImage(canvas, items.get(i).image(), x, y, side);
            for (int line = 0; line < captions.get(i).size(); line++) {
                String words = captions.get(i).get(line);
                canvas.centred(words, x + side / 2, y + side + (line + 1) * LINE, side + 6, Theme.TEXT, Theme.INK);
            }
        }
        return canvas.image();
    }

    static void drawImage(Canvas canvas, Tensor image, int x, int y, int side) {
        int height = image.dim(1);
        int width = image.dim(2);
        double scale = (double) side / Math.max(height, width);
        int drawnWidth = Math.max(1, (int) Math.round(width * scale));
        int drawnHeight = Math.max(1, (int) Math.round(height * scale));
        int atX = x + (side - drawnWidth) / 2;
        int atY = y + (side - drawnHeight) / 2;
        canvas.graphics().drawImage(pixels(image), atX, atY, drawnWidth, drawnHeight, null);
        canvas.graphics().setColor(Theme.GRID);
        canvas.graphics().drawRect(atX, atY, drawnWidth, drawnHeight);
    }

    private static BufferedImage pixels(Tensor image) {
        int height = image.dim(1);
        int width = image.dim(2);
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int last = image.dim(0) - 1; // of a grey image the only channel
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int red = level(image.at(0, row, column));
                int green = level(image.at(Math.min(1, last), row, column));
                int blue = level(image.at(last, row, column));
                pixels.setRGB(column, row, red << 16 | green << 8 | blue);
            }
        }
        return pixels;
    }

    private static int level(float value) {
        return Float.isNaN(value) ? 0 : Math.round(255 * Math.clamp(value, 0f, 1f));
    }
}
