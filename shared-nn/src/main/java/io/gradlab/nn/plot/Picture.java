package io.gradlab.nn.plot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/** Something to look at, together with its numbers and with words that say the same. */
public interface Picture {

    /** Returns the heading, one line. */
    String title();

    /** Returns the numbers that the picture shows, as CSV with a header line. */
    String toCsv();

    /** Returns what the picture says, in words: for readers who cannot see it, and where no picture could be drawn. */
    String altText();

    /** Draws the picture, {@link Theme#PIXELS_PER_UNIT} pixels per unit of the theme; needs fonts. */
    BufferedImage draw();

    /**
     * Writes {@code NAME.png} and {@code NAME.csv}; without fonts the CSV alone, and says why.
     *
     * @param path the file, with or without {@code .png}; missing directories are made
     * @throws IOException if a file cannot be written
     */
    default SavedPicture save(Path path) throws IOException {
        return Pictures.save(this, path);
    }
}
