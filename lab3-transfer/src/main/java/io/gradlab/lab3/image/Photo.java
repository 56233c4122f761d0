package io.gradlab.lab3.image;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads image files. */
public final class Photo {
    private static final long MAX_PIXELS = 100_000_000;
    private static final float WHITE = 255;

    private Photo() {}

    /**
     * Reads a JPEG, PNG, GIF or BMP file; transparency is ignored, gray becomes three equal channels.
     *
     * @return {@code [1, 3, H, W]}, red first, 0..1
     * @throws DataFormatException if the file is missing, no image, broken, or has more than a hundred million pixels
     */
    public static Tensor read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DataFormatException(file, "there is no such file");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new DataFormatException(file, "is no image that Java reads; convert it to PNG or JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MAX_PIXELS) {
                    throw new DataFormatException(file, "has " + pixels + " pixels; make it smaller first");
                }
                return tensor(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        } catch (RuntimeException e) {
            if (e instanceof DataFormatException) {
                throw e;
            }
            throw new DataFormatException(file, "is a broken image", e);
        }
    }

    private static Tensor tensor(BufferedImage image) {
        int area = image.getWidth() * image.getHeight();
        Tensor tensor = Tensor.zeros(1, 3, image.getHeight(), image.getWidth());
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            readRow(image, y, row);
            for (int x = 0; x < row.length; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int value = row[x] >> (16 - 8 * channel) & 0xFF;
                    tensor.data()[channel * area + y * row.length + x] = value / WHITE;
                }
            }
        }
        return tensor;
    }

    /** Reads a row of pixels 0xRRGGBB. */
    private static void readRow(BufferedImage image, int y, int[] row) {
        Raster raster = image.getRaster();
        boolean gray = raster.getNumBands() <= 2
                && raster.getDataBuffer().getDataType() == DataBuffer.TYPE_BYTE
                && !(image.getColorModel() instanceof IndexColorModel);
        if (!gray) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            return;
        }
        raster.getSamples(0, y, row.length, 1, 0, row); // getRGB would brighten gray: Java takes it for linear light
        for (int x = 0; x < row.length; x++) {
            row[x] *= 0x010101;
        }
    }
}
