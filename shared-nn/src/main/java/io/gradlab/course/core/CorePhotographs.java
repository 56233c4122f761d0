package io.gradlab.course.core;

import io.gradlab.nn.tensor.Tensor;

/** Photographs as tensors {@code [N, C, H, W]}, in the sizes and numbers that pretrained weights want. */
final class CorePhotographs {

    private CorePhotographs() {}

    static Tensor pixels(byte[] rgb, int height, int width) {
        Tensor image = Tensor.zeros(1, 3, height, width);
        int area = height * width;
        for (int i = 0; i < rgb.length; i++) {
            image.data()[i % 3 * area + i / 3] = Byte.toUnsignedInt(rgb[i]) / 255f;
        }
        return image;
    }

    static Tensor resize(Tensor images, int height, int width) {
        return transposed(lines(transposed(lines(images, width)), height));
    }

    /** Resizes each line, {@code [N, C, H, W]} to {@code [N, C, H, width]}. */
    private static Tensor lines(Tensor images, int width) {
        int inputs = images.dim(3);
        Tensor result = Tensor.zeros(images.dim(0), images.dim(1), images.dim(2), width);
        for (int i = 0; i < result.size(); i++) {
            double place = Math.clamp((i % width + 0.5) * inputs / width - 0.5, 0, inputs - 1);
            int line = i / width * inputs;
            int left = (int) place;
            int right = Math.min(left + 1, inputs - 1);
            double share = place - left;
            result.data()[i] = (float) ((1 - share) * images.data()[line + left] + share * images.data()[line + right]);
        }
        return result;
    }

    private static Tensor transposed(Tensor images) {
        int height = images.dim(2);
        int width = images.dim(3);
        Tensor result = Tensor.zeros(images.dim(0), images.dim(1), width, height);
        for (int i = 0; i < images.size(); i++) {
            int map = i / (height * width);
            result.data()[(map * width + i % width) * height + i / width % height] = images.data()[i];
        }
        return result;
    }

    static Tensor centreCrop(Tensor images, int height, int width) {
        if (height > images.dim(2) || width > images.dim(3)) {
            throw new IllegalArgumentException(
                    "Cannot crop " + height + "×" + width + " out of images " + images.shape() + "; resize them first");
        }
        int top = (int) Math.rint((images.dim(2) - height) / 2.0);
        int left = (int) Math.rint((images.dim(3) - width) / 2.0);
        Tensor middle = Tensor.zeros(images.dim(0), images.dim(1), height, width);
        for (int line = 0; line < images.dim(0) * images.dim(1) * height; line++) {
            int source = (line / height * images.dim(2) + top + line % height) * images.dim(3) + left;
            System.arraycopy(images.data(), source, middle.data(), line * width, width);
        }
        return middle;
    }

    static Tensor toRgb(Tensor gray) {
        int area = gray.dim(2) * gray.dim(3);
        Tensor rgb = Tensor.zeros(gray.dim(0), 3, gray.dim(2), gray.dim(3));
        for (int map = 0; map < 3 * gray.dim(0); map++) {
            System.arraycopy(gray.data(), map / 3 * area, rgb.data(), map * area, area);
        }
        return rgb;
    }

    static Tensor torchvision(Tensor rgb, Tensor mean, Tensor deviation) {
        Tensor scaled = rgb.copy();
        for (int i = 0; i < scaled.size(); i++) {
            scaled.data()[i] /= 255;
        }
        return CoreImages.normalize(scaled, mean, deviation);
    }

    static Tensor caffe(Tensor rgb, Tensor mean) {
        int area = rgb.dim(2) * rgb.dim(3);
        Tensor bgr = Tensor.zeros(rgb.shape());
        for (int map = 0; map < 3 * rgb.dim(0); map++) {
            int source = map / 3 * 3 + 2 - map % 3;
            for (int i = 0; i < area; i++) {
                bgr.data()[map * area + i] = rgb.data()[source * area + i] - mean.data()[map % 3];
            }
        }
        return bgr;
    }
}
