package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * Turns images round, so that the channels of a pixel become neighbours: then a vector holds channels, whatever the size
 * of the map.
 */
final class ChannelsLast {
    /** Planes that are turned together: eight streams of reads for each run of writes. */
    static final int STREAMS = 8;

    /** One image of many: {@code channels} planes of {@code height × width}. */
    record Planes(float[] images, int image, int channels, int height, int width) {}

    private ChannelsLast() {}

    /**
     * Writes rows of an image as {@code [rows, columns, stride]}, of which the first C are channels; zeros outside of it.
     *
     * @param left zeros before the first column
     * @param firstRow the image's row that becomes row 0; negative for padding above
     * @param columns of the result
     * @param stride from pixel to pixel, at least C
     */
    static void turn(Planes from, int left, int firstRow, int rows, int columns, int stride, float[] to) {
        int channels = from.channels;
        int plane = from.height * from.width;
        int count = Math.min(from.width, columns - left);
        for (int row = 0; row < rows; row++) {
            int y = firstRow + row;
            int at = row * columns * stride;
            if (y < 0 || y >= from.height) {
                Arrays.fill(to, at, at + columns * stride, 0);
                continue;
            }
            Arrays.fill(to, at, at + left * stride, 0);
            Arrays.fill(to, at + (left + count) * stride, at + columns * stride, 0);
            for (int c = 0; c < channels; c += STREAMS) {
                int source = (from.image * channels + c) * plane + y * from.width;
                turn(from.images, source, plane, count, to, at + left * stride + c, stride);
            }
        }
    }

    /** Writes eight rows of neighbours, {@code plane} apart, as groups of eight neighbours, {@code stride} apart. */
    static void turn(float[] from, int at, int plane, int count, float[] to, int toAt, int stride) {
        for (int x = 0; x < count; x++) {
            int s = at + x;
            int t = toAt + x * stride;
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

    /** Undoes {@link #turn(float[], int, int, int, float[], int, int)}. */
    static void turnBack(float[] from, int at, int stride, int count, float[] to, int toAt, int plane) {
        for (int x = 0; x < count; x++) {
            int s = at + x * stride;
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
