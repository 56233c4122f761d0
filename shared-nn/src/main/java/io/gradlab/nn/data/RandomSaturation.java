package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/** Makes colours paler or stronger, by chance: each pixel moves from its brightness, or towards it, by one factor. */
public final class RandomSaturation implements Transform {
    private final float most;

    /** Creates the transform; the factor is uniform in [1 - most, 1 + most), {@code most} in (0, 1]. */
    public RandomSaturation(double most) {
        if (!(most > 0 && most <= 1)) {
            throw new IllegalArgumentException("Saturation changes by a share in (0, 1], but got " + most);
        }
        this.most = (float) most;
    }

    /** Changes a sample {@code [3, H, W]} of numbers in [0, 1], which they stay in. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        float factor = random.uniform(0, 1 - most, 1 + most);
        int plane = Colours.plane(shape);
        for (int i = offset; i < offset + plane; i++) {
            float brightness = Colours.brightness(numbers, i, plane);
            for (int at = i; at < i + 3 * plane; at += plane) {
                numbers[at] = Colours.clamp(brightness + factor * (numbers[at] - brightness));
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "saturation by up to %.2g", most);
    }
}
