package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/** Takes some images' colour, by chance: all three channels become the brightness 0.299 R + 0.587 G + 0.114 B (BT.601). */
public final class RandomGrayscale implements Transform {
    private final double probability; // in [0, 1]

    /** Creates the transform; {@code probability}, in [0, 1], is how often an image loses its colour. */
    public RandomGrayscale(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("A probability lies in [0, 1], but got " + probability);
        }
        this.probability = probability;
    }

    /** Changes a sample {@code [3, H, W]}. */
    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        if (random.uniform(0) < probability) {
            int plane = Colours.plane(shape);
            for (int i = offset; i < offset + plane; i++) {
                float brightness = Colours.brightness(numbers, i, plane);
                numbers[i] = brightness;
                numbers[i + plane] = brightness;
                numbers[i + 2 * plane] = brightness;
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "grayscale with probability %.2g", probability);
    }
}
