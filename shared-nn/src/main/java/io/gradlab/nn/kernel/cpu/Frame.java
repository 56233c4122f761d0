package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * How turned images lie in memory: channels innermost, pixels {@code stride} numbers apart in rows of {@code columns}, with
 * zeros around the image. With the channels of a pixel as neighbours, a vector holds channels, whatever the size of the map.
 */
final class Frame {
    /** Channels come in multiples of this. */
    static final int GROUP = 8;

    /** Numbers between pixels beside their channels, so that neighbours do not all fall into the same cache sets. */
    static final int APART = 16;

    private int channels;
    private int height;
    private int width;
    private int left; // zeros before the first column
    private int columns;
    private int stride;
    private int[] places = new int[0]; // of the image's pixels, its first one being at 0

    /** Takes the shape of images {@code [channels, height, width]}; {@code columns} is at least {@code left + width}. */
    void fit(int newChannels, int newHeight, int newWidth, int newLeft, int newColumns, int newStride) {
        if (height == newHeight && width == newWidth && columns == newColumns && stride == newStride) {
            channels = newChannels;
            left = newLeft;
            return;
        }
        channels = newChannels;
        height = newHeight;
        width = newWidth;
        left = newLeft;
        columns = newColumns;
        stride = newStride;
        places = Scratch.atLeast(places, height * width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                places[y * width + x] = (y * columns + x) * stride;
            }
        }
    }

    int columns() {
        return columns;
    }

    int stride() {
        return stride;
    }

    /** Returns the numbers in a row of the frame. */
    int rowStride() {
        return columns * stride;
    }

    /** Returns where pixel (y, x), counted as y · width + x, lies in a frame that begins with the image's first pixel. */
    int[] places() {
        return places;
    }

    /**
     * Fills rows of a frame from one of many images, with zeros where there is no image.
     *
     * @param firstRow the image's row that becomes the first; negative for zeros above
     */
    void turn(Loops loops, float[] images, int image, int firstRow, int rows, float[] to) {
        int begin = Math.clamp(firstRow, 0, height);
        int end = Math.clamp((long) firstRow + rows, begin, height);
        int filled = 0;
        for (int y = begin; y < end; y++) {
            int at = ((y - firstRow) * columns + left) * stride;
            Arrays.fill(to, filled, at, 0);
            filled = at + width * stride;
        }
        Arrays.fill(to, filled, rows * columns * stride, 0);
        int plane = height * width;
        int from = image * channels * plane + begin * width;
        int shift = (left - firstRow * columns) * stride;
        loops.turn(images, from, plane, channels, (end - begin) * width, to, places, begin * width, shift);
    }

    /** Writes rows of an image from a frame that begins with row {@code firstRow} and has no zeros to the left. */
    void turnBack(Loops loops, float[] from, float[] images, int image, int firstRow, int rows) {
        int plane = height * width;
        int begin = firstRow * width;
        int count = (Math.min(height, firstRow + rows) - firstRow) * width;
        int to = image * channels * plane + begin;
        loops.turnBack(from, places, begin, -firstRow * columns * stride, channels, count, images, to, plane);
    }
}
