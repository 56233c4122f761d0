package io.gradlab.nn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Random changes of colour and direction, on one sample after a number that they must not touch. */
class ColourAndRotationTest {
    private static final Shape PIXEL = Shape.of(3, 1, 1);

    private static float[] apply(Transform transform, Shape shape, long sample, float... numbers) {
        float[] behind = new float[numbers.length + 1];
        behind[0] = 42;
        System.arraycopy(numbers, 0, behind, 1, numbers.length);
        transform.apply(behind, 1, shape, new Seed(3).stream("augment", sample));
        assertThat(behind[0]).isEqualTo(42);
        return Arrays.copyOfRange(behind, 1, behind.length);
    }

    private static double brightness(float[] pixel) {
        return 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
    }

    @Test
    void grayscaleTakesTheColourOfItsShareOfTheImages() {
        int gray = 0;
        for (int i = 0; i < 2000; i++) {
            float[] pixel = apply(new RandomGrayscale(0.1), PIXEL, i, 1, 0.5f, 0);
            if (pixel[0] != 1) {
                gray++;
                assertThat(pixel).containsExactly(new float[] {0.5925f, 0.5925f, 0.5925f}, within(1e-6f));
            }
        }
        assertThat(gray).isBetween(160, 240); // 200 expected, deviation 13.4
    }

    @Test
    void saturationAndHueKeepBrightnessAndGreysAndMoveColours() {
        for (Transform transform : new Transform[] {new RandomSaturation(0.3), new RandomHue(0.1)}) {
            boolean moved = false;
            for (int i = 0; i < 50; i++) {
                float[] grey = apply(transform, PIXEL, i, 0.4f, 0.4f, 0.4f);
                assertThat(grey).containsExactly(new float[] {0.4f, 0.4f, 0.4f}, within(1e-6f));
                float[] colour = apply(transform, PIXEL, i, 0.5f, 0.4f, 0.45f);
                assertThat(brightness(colour)).isCloseTo(brightness(new float[] {0.5f, 0.4f, 0.45f}), within(1e-6));
                moved |= Math.abs(colour[0] - 0.5f) > 0.005;
            }
            assertThat(moved).as(transform.toString()).isTrue();
        }
    }

    @Test
    void rotationKeepsTheMiddleAndMovesACorner() {
        Shape shape = Shape.of(1, 5, 5);
        float[] image = new float[25];
        image[12] = 1; // the middle
        image[0] = 1;
        boolean gone = false;
        for (int i = 0; i < 20; i++) {
            float[] turned = apply(new RandomRotation(30), shape, i, image);
            assertThat(turned[12]).isCloseTo(1, within(1e-6f));
            gone |= turned[0] < 0.9;
        }
        assertThat(gone).isTrue();
    }

    @Test
    void greyImagesHaveNoColours() {
        assertThatThrownBy(() -> apply(new RandomHue(0.1), Shape.of(1, 1, 1), 0, 0.5f))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only samples [3, H, W] have colours, but got [1, 1, 1]");
    }
}
