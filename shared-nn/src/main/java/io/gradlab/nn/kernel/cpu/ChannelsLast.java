package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * Turns images round, so that the channels of a pixel become neighbours: then a vector holds channels, whatever the size
 * of the map. Turned pixels lie in a frame: rows of {@code columns} pixels, {@code stride} numbers apart.
 */
final class ChannelsLast {
    /** Channels come in multiples of this. */
    static final int GROUP = 8;

    /** Numbers between pixels beside their channels, so that neighbours do not all fall into the same cache sets. */
    static final int APART = 16;

    /** One image of many: {@code channels} planes of {@code height × width}. */
    record Planes(float[] images, int image, int channels, int height, int width) {}

    private ChannelsLast() {}

    /** Returns where the pixels of an image lie in a frame that begins with its first one; {@code places} if it is large enough. */
    static int[] places(int[] places, int height, int width, int columns, int stride) {
        int[] result = Scratch.atLeast(places, height * width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[y * width + x] = (y * columns + x) * stride;
            }
        }
        return result;
    }

    /**
     * Fills a frame with rows of an image, and with zeros outside of it.
     *
     * @param places of the image's pixels in such a frame, see {@link #places}
     * @param left zeros before the first column
     * @param firstRow the image's row that becomes the frame's first; negative for zeros above
     * @param columns of the frame, at least {@code left} and the image's width
     */
    static void turn(
            Loops loops,
            Planes from,
            int[] places,
            int left,
            int firstRow,
            int rows,
            int columns,
            int stride,
            float[] to) {
        int begin = Math.clamp(firstRow, 0, from.height);
        int end = Math.clamp((long) firstRow + rows, begin, from.height);
        int plane = from.height * from.width;
        int filled = 0;
        for (int y = begin; y < end; y++) {
            int at = ((y - firstRow) * columns + left) * stride;
            Arrays.fill(to, filled, at, 0);
            filled = at + from.width * stride;
        }
        Arrays.fill(to, filled, rows * columns * stride, 0);
        loops.turn(
                from.images,
                from.image * from.channels * plane + begin * from.width,
                plane,
                from.channels,
                (end - begin) * from.width,
                to,
                places,
                begin * from.width,
                (left - firstRow * columns) * stride);
    }

    /** Turns eight lines of {@code count} neighbours, {@code plane} apart, into groups of eight at {@code places}. */
    static void turnEight(
            float[] from, int at, int plane, int count, float[] to, int[] places, int placesAt, int shift) {
        for (int x = 0; x < count; x++) {
            int s = at + x;
            int t = places[placesAt + x] + shift;
            to[t] = from[s];
            to[t + 1] = from[s + plane];
            to[t + 2] = from[s + 2 * plane];
            to[t + 3] = from[s + 3 * plane];
            to[t + 4] = from[s + 4 * plane];
            to[t + 5] = from[s + 5 * plane];
            to[t + 6] = from[s + 6 * plane];
            to[t + 7] = from[s + 7 * plane];
        }
    }

    /** Undoes {@link #turnEight}. */
    static void turnEightBack(
            float[] from, int[] places, int placesAt, int shift, int count, float[] to, int toAt, int plane) {
        for (int x = 0; x < count; x++) {
            int s = places[placesAt + x] + shift;
            int t = toAt + x;
            to[t] = from[s];
            to[t + plane] = from[s + 1];
            to[t + 2 * plane] = from[s + 2];
            to[t + 3 * plane] = from[s + 3];
            to[t + 4 * plane] = from[s + 4];
            to[t + 5 * plane] = from[s + 5];
            to[t + 6 * plane] = from[s + 6];
            to[t + 7 * plane] = from[s + 7];
        }
    }
}
