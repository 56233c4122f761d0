package io.gradlab.lab3.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTest {
    @TempDir
    Path folder;

    @Test
    void redComesFirstAndRowsBeforeColumns() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xFF3300);
        image.setRGB(1, 0, 0x0000CC);
        Tensor read = Photo.read(written(image));
        assertThat(read.shape()).isEqualTo(Shape.of(1, 3, 1, 2));
        assertThat(read.data()).containsExactly(1, 0, 0.2f, 0, 0, 0.8f);
    }

    @Test
    void grayKeepsItsNumbers() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 51);
        image.getRaster().setSample(1, 0, 0, 204);
        assertThat(Photo.read(written(image)).data()).containsExactly(0.2f, 0.8f, 0.2f, 0.8f, 0.2f, 0.8f);
    }

    @Test
    void transparencyIsIgnored() throws IOException {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00FF3300);
        assertThat(Photo.read(written(image)).data()).containsExactly(1, 0.2f, 0);
    }

    @Test
    void whatIsNoImageIsRefusedWithTheReason() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "hello");
        assertThatThrownBy(() -> Photo.read(text))
                .isInstanceOf(DataFormatException.class)
                .hasMessage(text + ": is no image that Java reads; convert it to PNG or JPEG");
        byte[] png = Files.readAllBytes(written(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)));
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(png, 45));
        assertThatThrownBy(() -> Photo.read(cut)).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> Photo.read(folder.resolve("none.png"))).hasMessageContaining("there is no such file");
    }

    private Path written(BufferedImage image) throws IOException {
        Path file = folder.resolve("image.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
