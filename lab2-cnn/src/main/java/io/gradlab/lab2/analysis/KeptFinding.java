package io.gradlab.lab2.analysis;

import io.gradlab.nn.plot.Picture;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A finding as the index remembers it; its picture is in its file.
 *
 * @param analysis which one found it
 * @param file without its ending
 * @param title of a picture; empty for a table
 * @param altText of a picture, in words; empty for a table
 * @param header of a table; empty for a picture
 * @param rows of a table; empty for a picture
 */
record KeptFinding(
        String analysis,
        String file,
        String title,
        String altText,
        String caption,
        List<String> header,
        List<List<String>> rows) {

    static KeptFinding of(String analysis, Finding finding) {
        return switch (finding) {
            case Finding.Figure(var file, var picture, var caption) ->
                new KeptFinding(analysis, file, picture.title(), picture.altText(), caption, List.of(), List.of());
            case Finding.Table(var file, var table, var caption) ->
                new KeptFinding(analysis, file, "", "", caption, table.header(), table.rows());
        };
    }

    /** Returns the picture for a page, which takes its pixels from the file. */
    Picture asPicture() {
        return new Kept(title, altText);
    }

    /** A picture that was drawn before. */
    private record Kept(String title, String altText) implements Picture {
        @Override
        public String toCsv() {
            throw new IllegalStateException("the numbers are in the picture's CSV file");
        }

        @Override
        public BufferedImage draw() {
            throw new IllegalStateException("the picture is in its PNG file");
        }
    }
}
