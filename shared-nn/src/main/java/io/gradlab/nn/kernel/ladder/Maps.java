package io.gradlab.nn.kernel.ladder;

/**
 * What the convolutions of the ladder work on, 3×3 with stride 1 and padding 1: {@code [images, channels, height, width]} to
 * {@code [images, outputs, height, width]}, weights {@code [outputs, channels, 3, 3]}.
 */
public record Maps(int images, int channels, int height, int width, int outputs) {
    Maps withImages(int count) {
        return new Maps(count, channels, height, width, outputs);
    }

    int pixels() {
        return height * width;
    }

    int taps() {
        return 9 * channels;
    }
}
