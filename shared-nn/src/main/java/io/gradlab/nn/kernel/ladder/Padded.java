package io.gradlab.nn.kernel.ladder;

/** An image with a frame of zeros, so that no window needs a test at the border. */
final class Padded {
    private Padded() {}

    /** Returns image n as {@code [channels, height + 2, width + 2]}. */
    static float[] copy(Maps maps, float[] x, int n) {
        int stride = maps.width() + 2;
        float[] padded = new float[maps.channels() * (maps.height() + 2) * stride];
        for (int c = 0; c < maps.channels(); c++) {
            for (int row = 0; row < maps.height(); row++) {
                int from = ((n * maps.channels() + c) * maps.height() + row) * maps.width();
                int to = (c * (maps.height() + 2) + row + 1) * stride + 1;
                System.arraycopy(x, from, padded, to, maps.width());
            }
        }
        return padded;
    }

    /** Returns where the window's tap (channel, i, j) lies when the window stands at the start of an output row. */
    static int at(Maps maps, int tap, int row) {
        int channel = tap / 9;
        int i = tap / 3 % 3;
        int j = tap % 3;
        return (channel * (maps.height() + 2) + row + i) * (maps.width() + 2) + j;
    }
}
