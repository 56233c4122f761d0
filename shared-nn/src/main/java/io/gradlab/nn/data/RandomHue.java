package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/**
 * Turns all colours round the grey axis by one angle, by chance; greys stay. With Y the brightness, the plane of R - Y and
 * B - Y is turned, and green follows from Y.
 */
public final class RandomHue implements Transform {
    private static final float RED_SCALE = 0.877f; // PAL's weights of the two differences (BT.470), which make a
    private static final float BLUE_SCALE = 0.493f; // turn of the plane look like a turn of the hue

    private final double most; // share of a whole turn

    /** Creates the transform; the angle is uniform between -most and most of a whole turn, in (0, 0.5]. */
    public RandomHue(double most) {
        if (!(most > 0 && most <= 0.5)) {
            throw new IllegalArgumentException("Hue turns by a share of a turn in (0, 0.5], but got " + most);
        }
        this.most = most;
    }

    /** Changes a sample {@code [3, H, W]} of numbers in [0, 1], which they stay in. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        double angle = 2 * Math.PI * most * (2 * random.uniform(0) - 1);
        float cosine = (float) StrictMath.cos(angle);
        float sine = (float) StrictMath.sin(angle);
        int plane = Colours.plane(shape);
        for (int i = offset; i < offset + plane; i++) {
            float y = Colours.brightness(numbers, i, plane);
            float v = RED_SCALE * (numbers[i] - y);
            float u = BLUE_SCALE * (numbers[i + 2 * plane] - y);
            float red = y + (cosine * v + sine * u) / RED_SCALE;
            float blue = y + (cosine * u - sine * v) / BLUE_SCALE;
            numbers[i] = Colours.clamp(red);
            numbers[i + plane] = Colours.clamp(Colours.green(y, red, blue));
            numbers[i + 2 * plane] = Colours.clamp(blue);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "hue by up to %.2g of a turn", most);
    }
}
