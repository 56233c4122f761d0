package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Shape;

/** What the changes of colour share: planes of red, green and blue, numbers in [0, 1]. */
final class Colours {
    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 0.114f;

    private Colours() {}

    /** Returns the size of one plane of a sample {@code [3, H, W]}; refuses other shapes. */
    static int plane(Shape shape) {
        if (shape.rank() != 3 || shape.dim(0) != 3) {
            throw new IllegalArgumentException("Only samples [3, H, W] have colours, but got " + shape);
        }
        return shape.dim(1) * shape.dim(2);
    }

    /** Returns the brightness of the pixel whose red is at {@code red}. */
    static float brightness(float[] numbers, int red, int plane) {
        return RED * numbers[red] + GREEN * numbers[red + plane] + BLUE * numbers[red + 2 * plane];
    }

    /** Returns the green that has the given brightness beside the given red and blue. */
    static float green(float brightness, float red, float blue) {
        return (brightness - RED * red - BLUE * blue) / GREEN;
    }

    static float clamp(float number) {
        return Math.min(1, Math.max(0, number));
    }
}
