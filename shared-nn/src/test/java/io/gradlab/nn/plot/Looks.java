package io.gradlab.nn.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** What tests ask of a picture's file. */
final class Looks {
    private Looks() {}

    /** Reads the PNG and checks that it is a picture for a slide: large, not blank, with a free margin all around. */
    static BufferedImage read(SavedPicture saved) throws IOException {
        assertThat(saved.skipped()).isEmpty();
        Path png = saved.png().orElseThrow();
        assertThat(png.resolveSibling(png.getFileName().toString().replace(".png", ".csv")))
                .isEqualTo(saved.csv())
                .exists();
        BufferedImage image = ImageIO.read(Files.newInputStream(png));
        assertThat(image.getWidth()).isEqualTo(Theme.WIDTH * Theme.PIXELS_PER_UNIT);
        assertThat(image.getHeight()).isBetween(200, 3000);
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
            }
            assertThat(image.getRGB(0, y)).as("left edge, row %d", y).isEqualTo(Theme.PAPER.getRGB());
            assertThat(image.getRGB(image.getWidth() - 1, y))
                    .as("right edge, row %d", y)
                    .isEqualTo(Theme.PAPER.getRGB());
        }
        assertThat(colours).hasSizeGreaterThan(10);
        return image;
    }

    /** Returns how many pixels have exactly the colour. */
    static long pixels(BufferedImage image, int rgb) {
        int[] all = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        long count = 0;
        for (int pixel : all) {
            count += pixel == rgb ? 1 : 0;
        }
        return count;
    }
}
