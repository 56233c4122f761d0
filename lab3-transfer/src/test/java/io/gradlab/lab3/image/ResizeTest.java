package io.gradlab.lab3.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Resizing against PyTorch's results, see src/test/python/make_resize_values.py; cropping by hand. */
class ResizeTest {

    @ParameterizedTest
    @CsvFileSource(resources = "resize.tsv", delimiter = '\t', maxCharsPerColumn = 100)
    void givesWhatPyTorchGives(ArgumentsAccessor recorded) {
        Resampling mode = Resampling.valueOf(recorded.getString(0));
        int height = recorded.getInteger(1);
        int width = recorded.getInteger(2);
        float[] expected = new float[height * width];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = recorded.getFloat(3 + i);
        }

        Tensor resized = Resize.to(image(1, 1), height, width, mode);

        assertThat(resized.shape()).isEqualTo(Shape.of(1, 1, height, width));
        assertThat(resized.data()).containsExactly(expected, Offset.offset(2e-6f));
    }

    @Test
    void everyChannelOfEveryImageIsResizedAlike() {
        Tensor all = Resize.to(image(2, 3), 3, 4, Resampling.ANTIALIASED);
        Tensor one = Resize.to(image(1, 1), 3, 4, Resampling.ANTIALIASED);
        for (int plane = 0; plane < 6; plane++) {
            assertThat(Arrays.copyOfRange(all.data(), plane * 12, plane * 12 + 12))
                    .containsExactly(one.data());
        }
    }

    @Test
    void theShortSideSetsTheScaleAndTheLongOneIsRoundedDown() {
        assertThat(Resize.shortSide(Tensor.zeros(1, 3, 576, 768), 224, Resampling.HALF_PIXEL)
                        .shape())
                .isEqualTo(Shape.of(1, 3, 224, 298));
        assertThat(Resize.shortSide(Tensor.zeros(1, 3, 768, 576), 224, Resampling.HALF_PIXEL)
                        .shape())
                .isEqualTo(Shape.of(1, 3, 298, 224));
    }

    @Test
    void theCropIsTheMiddle() {
        Tensor crop = Resize.centreCrop(image(1, 1), 3, 3);
        assertThat(crop.data())
                .containsExactly(
                        pixel(1, 2),
                        pixel(1, 3),
                        pixel(1, 4),
                        pixel(2, 2),
                        pixel(2, 3),
                        pixel(2, 4),
                        pixel(3, 2),
                        pixel(3, 3),
                        pixel(3, 4));
        assertThat(Resize.centreCrop(image(1, 1), 4, 4).data()[0]).isEqualTo(pixel(0, 2)); // offsets 0.5 and 1.5
        assertThatThrownBy(() -> Resize.centreCrop(image(1, 1), 6, 3))
                .hasMessage("Cannot crop 6×3 out of images [1, 1, 5, 7]; resize them first");
    }

    private static Tensor image(int images, int channels) {
        Tensor image = Tensor.zeros(images, channels, 5, 7);
        for (int i = 0; i < image.size(); i++) {
            image.data()[i] = pixel(i / 7 % 5, i % 7);
        }
        return image;
    }

    private static float pixel(int y, int x) {
        return (7 * y + x) * (7 * y + x) % 31 / 31f;
    }
}
