package io.gradlab.lab3.student;

import io.gradlab.nn.tensor.Tensor;

/**
 * Task 3.0, an example to read first: an image from the bytes of a photograph.
 *
 * <p>A photograph holds the three colours of each pixel side by side; a tensor holds one map after the other. Java's
 * bytes are signed, so {@code & 0xFF} makes 0..255 of them.
 */
public final class Pixels {

    /**
     * Makes an image of bytes.
     *
     * @param rgb red, green and blue of each pixel, row by row
     * @return {@code [1, 3, H, W]}, red first, in [0, 1]
     */
    public Tensor of(byte[] rgb, int height, int width) {
        Tensor image = Tensor.zeros(1, 3, height, width);
        int area = height * width;
        for (int i = 0; i < image.size(); i++) {
            int channel = i / area;
            int pixel = i % area;
            image.data()[i] = (rgb[3 * pixel + channel] & 0xFF) / 255f;
        }
        return image;
    }
}
