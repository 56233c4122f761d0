package io.gradlab.grader.lab3;

import io.gradlab.course.TransferClassifier;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Built-in shapes of some classes, shrunk to 16 × 16 pixels.
 *
 * @param images {@code [N, 3, 16, 16]}, in [-1, 1]
 * @param labels 0 for the first of the classes, and so on
 */
record TransferData(Tensor images, int[] labels) {
    private static final int SIDE = 32;

    /** Draws {@code count} images of each class from {@code first} to {@code first + classes - 1}. */
    static TransferData of(Seed seed, int first, int classes, int count) {
        Dataset shapes = SyntheticShapes.shapes(seed, 10 * count); // each run of ten has every class once
        List<Integer> chosen = new ArrayList<>();
        for (int n = 0; n < 10 * count; n++) {
            if (shapes.label(n) >= first && shapes.label(n) < first + classes) {
                chosen.add(n);
            }
        }
        Tensor images = Tensor.zeros(TransferClassifier.IMAGE.prepend(chosen.size()));
        int[] labels = new int[chosen.size()];
        float[] pixels = new float[3 * SIDE * SIDE];
        for (int n = 0; n < labels.length; n++) {
            shapes.read(chosen.get(n), pixels, 0);
            shrink(pixels, images.data(), n * TransferClassifier.IMAGE.size());
            labels[n] = shapes.label(chosen.get(n)) - first;
        }
        return new TransferData(images, labels);
    }

    /** Writes the mean of each 2 × 2 pixels, [0, 1] as [-1, 1]. */
    private static void shrink(float[] pixels, float[] target, int offset) {
        int half = SIDE / 2;
        for (int i = 0; i < TransferClassifier.IMAGE.size(); i++) {
            int corner = (i / (half * half) * SIDE + i / half % half * 2) * SIDE + i % half * 2;
            float sum = pixels[corner] + pixels[corner + 1] + pixels[corner + SIDE] + pixels[corner + SIDE + 1];
            target[offset + i] = sum / 2 - 1;
        }
    }
}
