package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/** Turns each image round its centre by a few degrees, by chance, with bilinear interpolation; outside it is zero. */
public final class RandomRotation implements Transform {
    private final double most; // degrees

    /** Creates the transform; the angle is uniform between -most and most degrees, in (0, 180]. */
    public RandomRotation(double most) {
        if (!(most > 0 && most <= 180)) {
            throw new IllegalArgumentException("A rotation is of up to 180 degrees, but got " + most);
        }
        this.most = most;
    }

    /** Turns all channels of a sample {@code [C, H, W]} alike. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        double angle = StrictMath.toRadians(most * (2 * random.uniform(0) - 1));
        int plane = shape.dim(1) * shape.dim(2);
        float[] source = new float[plane];
        for (int begin = offset; begin < offset + shape.size(); begin += plane) {
            System.arraycopy(numbers, begin, source, 0, plane);
            turn(source, shape.dim(1), shape.dim(2), StrictMath.cos(angle), StrictMath.sin(angle), numbers, begin);
        }
    }

    private static void turn(
            float[] source, int height, int width, double cosine, double sine, float[] target, int begin) {
        double middleY = (height - 1) / 2.0;
        double middleX = (width - 1) / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromY = middleY + cosine * (y - middleY) - sine * (x - middleX);
                double fromX = middleX + sine * (y - middleY) + cosine * (x - middleX);
                target[begin + y * width + x] = between(source, height, width, fromY, fromX);
            }
        }
    }

    private static float between(float[] source, int height, int width, double y, double x) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        float down = (float) (y - top);
        float right = (float) (x - left);
        float upper =
                (1 - right) * at(source, height, width, top, left) + right * at(source, height, width, top, left + 1);
        float lower = (1 - right) * at(source, height, width, top + 1, left)
                + right * at(source, height, width, top + 1, left + 1);
        return (1 - down) * upper + down * lower;
    }

    private static float at(float[] source, int height, int width, int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width ? source[y * width + x] : 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "rotation by up to %.3g degrees", most);
    }
}
