package io.gradlab.nn.data;

import io.gradlab.nn.data.ShapePatterns.Pattern;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.List;

/**
 * Coloured shapes and textures, {@code [3, 32, 32]}, ten classes: a stand-in for CIFAR-10 that needs no file.
 *
 * <p>Both colours are random, so colour alone tells nothing; place, size, rotation, light and noise vary. A sample
 * depends on seed and index only, so a smaller set is the beginning of a larger one.
 */
public final class SyntheticShapes {
    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int CHANNELS = 3;
    private static final Shape SHAPE = Shape.of(CHANNELS, SIDE, SIDE);
    private static final float MIN_CONTRAST = 0.5f; // distance of the two colours in the RGB unit cube
    private static final List<String> CLASS_NAMES = List.of(
            "circle",
            "square",
            "triangle",
            "cross",
            "ring",
            "horizontal stripes",
            "vertical stripes",
            "checkerboard",
            "dots",
            "gradient");

    private SyntheticShapes() {}

    /** Returns {@code size} samples; each run of ten has every class once. */
    public static Dataset shapes(Seed seed, int size) {
        byte[] labels = SyntheticLabels.of(seed, "shapes labels", size);
        byte[] pixels = new byte[Math.multiplyExact(size, SHAPE.size())];
        for (int i = 0; i < size; i++) {
            Pixels.store(draw(labels[i], new Draws(seed.stream("shapes", i))), pixels, i * SHAPE.size());
        }
        return new ByteDataset(SHAPE, CLASS_NAMES, pixels, labels);
    }

    private static float[] draw(int label, Draws draws) {
        float[] image = new float[SHAPE.size()];
        float[] back = colour(draws);
        float[] front = contrasting(back, draws);
        Pattern pattern = ShapePatterns.of(label, draws);
        float lightX = draws.jitter(0.3);
        float lightY = draws.jitter(0.3);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float px = x + 0.5f - SIDE / 2f;
                float py = y + 0.5f - SIDE / 2f;
                float cover = Math.clamp(pattern.coverage(px, py), 0f, 1f);
                float light = 1 + (lightX * px + lightY * py) / (SIDE / 2f);
                for (int c = 0; c < CHANNELS; c++) {
                    image[c * PLANE + y * SIDE + x] = light * (back[c] + (front[c] - back[c]) * cover);
                }
            }
        }
        draws.addNoise(image, draws.between(0, 0.2));
        return image;
    }

    private static float[] colour(Draws draws) {
        return new float[] {draws.between(0, 1), draws.between(0, 1), draws.between(0, 1)};
    }

    private static float[] contrasting(float[] other, Draws draws) {
        while (true) {
            float[] colour = colour(draws);
            float square = 0;
            for (int c = 0; c < CHANNELS; c++) {
                square += (colour[c] - other[c]) * (colour[c] - other[c]);
            }
            if (square >= MIN_CONTRAST * MIN_CONTRAST) {
                return colour;
            }
        }
    }
}
