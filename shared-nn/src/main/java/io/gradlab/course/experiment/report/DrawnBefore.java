package io.gradlab.course.experiment.report;

import io.gradlab.nn.plot.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture that lies in a file.
 *
 * @param toCsv its numbers
 * @param draw its pixels
 */
record DrawnBefore(String title, String toCsv, String altText, BufferedImage draw) implements Picture {

    /** Reads {@code NAME.png} and {@code NAME.csv}; empty if one of them is missing or no picture. */
    static Optional<Picture> read(Path folder, String name, String altText) throws IOException {
        Path png = folder.resolve(name + ".png");
        Path csv = folder.resolve(name + ".csv");
        if (!Files.exists(png) || !Files.exists(csv)) {
            return Optional.empty();
        }
        BufferedImage image = ImageIO.read(png.toFile());
        return image == null
                ? Optional.empty()
                : Optional.of(new DrawnBefore(name, Files.readString(csv), altText, image));
    }
}
