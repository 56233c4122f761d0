package io.gradlab.lab3.features;

import io.gradlab.lab3.image.Resampling;
import io.gradlab.lab3.image.Resize;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;

/**
 * What a pretrained network is shown of an image: resized, cropped or not, gray three times, in the network's convention.
 *
 * @param size rows and columns of the result
 * @param cropped whether the image is resized to 8/7 of the size first, and its middle taken: 256 and 224 as published
 */
public record Preparation(int size, boolean cropped, Convention convention) {
    private static final int COLOURS = 3;

    /** Returns the shape of one prepared image, {@code [3, size, size]}. */
    public Shape shape() {
        return Shape.of(COLOURS, size, size);
    }

    /**
     * Prepares images.
     *
     * @param images {@code [N, C, H, W]}, C = 1 (gray) or 3 (red first), 0..1; stretched if not square
     * @return a new tensor {@code [N, 3, size, size]}
     */
    public Tensor of(Tensor images) {
        int resized = resized();
        Tensor large = Resize.to(images, resized, resized, Resampling.ANTIALIASED);
        return convention.fromRgb(coloured(cropped ? Resize.centreCrop(large, size, size) : large));
    }

    /** Prepares a photograph {@code [1, 3, H, W]}, not stretched: its middle square is taken. */
    public Tensor ofPhoto(Tensor photo) {
        Tensor large = Resize.shortSide(photo, resized(), Resampling.ANTIALIASED);
        return convention.fromRgb(coloured(Resize.centreCrop(large, size, size)));
    }

    private int resized() {
        return cropped ? Math.round(size * 8 / 7f) : size;
    }

    private static Tensor coloured(Tensor images) {
        if (images.dim(1) == COLOURS) {
            return images;
        }
        int area = images.dim(2) * images.dim(3);
        Tensor result = Tensor.zeros(images.dim(0), COLOURS, images.dim(2), images.dim(3));
        for (int plane = 0; plane < images.dim(0) * COLOURS; plane++) {
            System.arraycopy(images.data(), plane / COLOURS * area, result.data(), plane * area, area);
        }
        return result;
    }

    /** Returns for example {@code resized to 73×73, middle 64×64, rgb 0..1, …}. */
    @Override
    public String toString() {
        String sides = "resized to " + resized() + "×" + resized();
        return sides + (cropped ? ", middle " + size + "×" + size : "") + ", " + convention.text();
    }
}
