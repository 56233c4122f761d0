package io.gradlab.nn.data;

import io.gradlab.nn.data.DigitGlyphs.Stroke;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.List;

/**
 * Drawn digits, {@code [1, 28, 28]}, ten classes: a stand-in for MNIST that needs no file.
 *
 * <p>Each sample has its own hand: a variant of the digit, wobbling points, rotation, shear, size, place, pen, a faint
 * stray stroke, noise. A sample depends on seed and index only, so a smaller set is the beginning of a larger one.
 */
public final class SyntheticDigits {
    private static final int SIDE = 28;
    private static final Shape SHAPE = Shape.of(1, SIDE, SIDE);

    // Chosen so that a linear classifier gets about 85 % of the test samples right, and a small MLP about 97.5 %.
    private static final double ROTATION = 0.4; // radians, at most
    private static final double SHEAR = 0.4;
    private static final double SHIFT = 2.5; // pixels, at most
    private static final double WOBBLE = 0.14; // of the digit's size, at most
    private static final double STRAY_CHANCE = 0.5;
    private static final double MAX_NOISE = 0.35;

    private SyntheticDigits() {}

    /** Returns {@code size} samples; each run of ten has every digit once. */
    public static Dataset digits(Seed seed, int size) {
        byte[] labels = SyntheticLabels.of(seed, "digits labels", size);
        byte[] pixels = new byte[Math.multiplyExact(size, SHAPE.size())];
        for (int i = 0; i < size; i++) {
            Pixels.store(draw(labels[i], new Draws(seed.stream("digits", i))), pixels, i * SHAPE.size());
        }
        return new ByteDataset(SHAPE, ClassNames.DIGITS, pixels, labels);
    }

    private static float[] draw(int digit, Draws draws) {
        StrokeCanvas canvas = new StrokeCanvas(SIDE);
        if (draws.chance(STRAY_CHANCE)) {
            drawStrayStroke(canvas, draws);
        }
        List<List<Stroke>> variants = DigitGlyphs.of(digit);
        Hand hand = new Hand(draws);
        float halfWidth = draws.between(0.7, 1.7);
        float strength = draws.between(0.7, 1.0);
        for (Stroke stroke : variants.get(draws.below(variants.size()))) {
            float[] points = hand.place(stroke.points(), draws);
            if (stroke.smooth()) {
                canvas.curve(points, halfWidth, strength);
            } else {
                for (int i = 0; i + 3 < points.length; i += 2) {
                    canvas.line(points[i], points[i + 1], points[i + 2], points[i + 3], halfWidth, strength);
                }
            }
        }
        draws.addNoise(canvas.ink(), draws.between(0, MAX_NOISE));
        return canvas.ink();
    }

    private static void drawStrayStroke(StrokeCanvas canvas, Draws draws) {
        float x = draws.between(0, SIDE);
        float y = draws.between(0, SIDE);
        float dx = draws.jitter(14);
        float dy = draws.jitter(14);
        canvas.line(x, y, x + dx, y + dy, draws.between(0.3, 0.9), draws.between(0.1, 0.4));
    }

    /** How one sample is written: an affine map from the unit square to pixels, and a wobble. */
    private static final class Hand {
        private final float xx;
        private final float xy;
        private final float yx;
        private final float yy;
        private final float centreX;
        private final float centreY;

        Hand(Draws draws) {
            double angle = draws.jitter(ROTATION);
            float shear = draws.jitter(SHEAR);
            float width = draws.between(12, 19);
            float height = draws.between(14, 21);
            float cos = (float) StrictMath.cos(angle);
            float sin = (float) StrictMath.sin(angle);
            xx = cos * width;
            xy = (cos * -shear - sin) * height;
            yx = sin * width;
            yy = (sin * -shear + cos) * height;
            centreX = SIDE / 2f + draws.jitter(SHIFT);
            centreY = SIDE / 2f + draws.jitter(SHIFT);
        }

        float[] place(float[] points, Draws draws) {
            float[] placed = new float[points.length];
            for (int i = 0; i < points.length; i += 2) {
                float x = points[i] - 0.5f + draws.jitter(WOBBLE);
                float y = points[i + 1] - 0.5f + draws.jitter(WOBBLE);
                placed[i] = centreX + xx * x + xy * y;
                placed[i + 1] = centreY + yx * x + yy * y;
            }
            return placed;
        }
    }
}
