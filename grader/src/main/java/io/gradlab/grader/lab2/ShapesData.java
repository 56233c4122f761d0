package io.gradlab.grader.lab2;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * Built-in shapes, shrunk to 16 × 16 pixels in [-1, 1].
 *
 * @param training images that the network learns from, {@code [N, 3, 16, 16]}
 * @param heldOut others, whose labels stay in the grader
 */
record ShapesData(Tensor training, int[] trainingLabels, Tensor heldOut, int[] heldOutLabels) {
    /** The shape of one image. */
    static final Shape SAMPLE = Shape.of(3, 16, 16);
    /** How many classes there are. */
    static final int CLASSES = 10;

    private static final int TRAINING = 1500;
    private static final int HELD_OUT = 1000;
    private static final int SIDE = 32;

    /** Draws the shapes of a seed. */
    static ShapesData of(Seed seed) {
        Dataset shapes = SyntheticShapes.shapes(seed, TRAINING + HELD_OUT);
        return new ShapesData(
                images(shapes, 0, TRAINING),
                labels(shapes, 0, TRAINING),
                images(shapes, TRAINING, HELD_OUT),
                labels(shapes, TRAINING, HELD_OUT));
    }

    private static Tensor images(Dataset shapes, int first, int count) {
        Tensor images = Tensor.zeros(SAMPLE.prepend(count));
        float[] pixels = new float[SAMPLE.dim(0) * SIDE * SIDE];
        for (int n = 0; n < count; n++) {
            shapes.read(first + n, pixels, 0);
            shrink(pixels, images.data(), n * SAMPLE.size());
        }
        return images;
    }

    private static int[] labels(Dataset shapes, int first, int count) {
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = shapes.label(first + n);
        }
        return labels;
    }

    /** Writes the mean of each 2 × 2 pixels, [0, 1] as [-1, 1]. */
    private static void shrink(float[] pixels, float[] target, int offset) {
        int half = SIDE / 2;
        for (int i = 0; i < SAMPLE.size(); i++) {
            int corner = (i / (half * half) * SIDE + i / half % half * 2) * SIDE + i % half * 2;
            float sum = pixels[corner] + pixels[corner + 1] + pixels[corner + SIDE] + pixels[corner + SIDE + 1];
            target[offset + i] = sum / 2 - 1;
        }
    }
}
