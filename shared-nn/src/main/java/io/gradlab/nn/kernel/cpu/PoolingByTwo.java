package io.gradlab.nn.kernel.cpu;

/**
 * Max pooling with windows of 2×2 side by side, for one plane:
 *
 * <pre>{@code
 * for each output pixel (y, x):
 *     out[y, x] = max(in[2y, 2x], in[2y, 2x + 1], in[2y + 1, 2x], in[2y + 1, 2x + 1])
 *     dx[the place of the first maximum] = dy[y, x]
 * }</pre>
 *
 * <p>Why it is fast: no window reaches over an edge, so there is nothing to test; and the gradient finds the maximum's place
 * by arithmetic on signs. Which of four random numbers is the largest cannot be predicted, and a wrongly predicted branch
 * costs as much as all the rest of a window.
 */
final class PoolingByTwo {

    private PoolingByTwo() {}

    static void max(float[] input, int at, int width, float[] out, int outAt, int rows, int columns) {
        for (int y = 0; y < rows; y++) {
            int upper = at + 2 * y * width;
            int lower = upper + width;
            int to = outAt + y * columns;
            for (int x = 0; x < columns; x++) {
                float above = Math.max(input[upper + 2 * x], input[upper + 2 * x + 1]);
                float below = Math.max(input[lower + 2 * x], input[lower + 2 * x + 1]);
                out[to + x] = Math.max(above, below);
            }
        }
    }

    /** Sends each gradient to the first largest of its window; the input's gradient is all zeros before. */
    static void maxGradient(
            float[] input,
            float[] inputGradient,
            int at,
            int width,
            float[] outputGradient,
            int outAt,
            int rows,
            int columns) {
        for (int y = 0; y < rows; y++) {
            int upper = at + 2 * y * width;
            int from = outAt + y * columns;
            for (int x = 0; x < columns; x++) {
                int place = upper + 2 * x;
                float first = input[place];
                float second = input[place + 1];
                float third = input[place + width];
                float fourth = input[place + width + 1];
                int above = less(first, second);
                int below = width + less(third, fourth);
                int lower = less(Math.max(first, second), Math.max(third, fourth));
                int largest = place + above + lower * (below - above);
                inputGradient[largest] = outputGradient[from + x];
            }
        }
    }

    /**
     * Returns 1 if a < b, else 0, from the sign of a - b: no branch, which random data would make the processor guess. The
     * added 0 is for -0 - 0, which is -0 and has a sign, though -0 is not less than 0.
     */
    private static int less(float a, float b) {
        return Float.floatToRawIntBits(a - b + 0f) >>> 31;
    }
}
