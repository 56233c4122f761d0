package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.tensor.Shape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the idx files of MNIST and its relatives, packed with gzip or not.
 *
 * <p>An idx file is a magic number (00 00, element type 08 = unsigned byte, rank), one big-endian int for each
 * dimension, then the elements. Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits".
 *
 * @param set the set's name in {@link DataCatalog}, for error messages that say how to get it
 * @param classNames the classes, in the order of their labels
 */
public record IdxReader(String set, List<String> classNames) {
    private static final int IMAGES_MAGIC = 0x0803;
    private static final int LABELS_MAGIC = 0x0801;

    /**
     * Reads a pair of files; for each, {@code NAME.gz} is taken if it exists, else {@code NAME}.
     *
     * @param images for example {@code train-images-idx3-ubyte}, {@code [N, H, W]}; samples become {@code [1, H, W]}
     * @param labels for example {@code train-labels-idx1-ubyte}, {@code [N]}
     * @throws DataFormatException if a file is missing or broken, or they do not belong together
     */
    public Dataset read(Path folder, String images, String labels) {
        Idx pixels = readIdx(folder, images, IMAGES_MAGIC);
        Idx classes = readIdx(folder, labels, LABELS_MAGIC);
        if (classes.dimensions[0] != pixels.dimensions[0]) {
            throw new DataFormatException(
                    classes.file,
                    "has " + classes.dimensions[0] + " labels, but " + pixels.file.getFileName() + " has "
                            + pixels.dimensions[0] + " images; " + DataMend.again(set));
        }
        for (int i = 0; i < classes.elements.length; i++) {
            int label = Byte.toUnsignedInt(classes.elements[i]);
            if (label >= classNames.size()) {
                throw new DataFormatException(
                        classes.file,
                        "label " + label + " at index " + i + " is not in 0.." + (classNames.size() - 1) + "; "
                                + DataMend.again(set));
            }
        }
        Shape sample = Shape.of(1, pixels.dimensions[1], pixels.dimensions[2]);
        return new ByteDataset(sample, classNames, pixels.elements, classes.elements);
    }

    private Idx readIdx(Path folder, String name, int magic) {
        Path packed = folder.resolve(name + ".gz");
        Path plain = folder.resolve(name);
        Path file = Files.exists(packed) ? packed : plain;
        if (!Files.exists(file)) {
            throw new DataFormatException(packed, "there is no such file; " + DataMend.get(set));
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                DataInputStream in = new DataInputStream(file == packed ? new GZIPInputStream(raw, 1 << 16) : raw)) {
            return parse(file, in, magic);
        } catch (EOFException e) {
            throw new DataFormatException(file, "ends too early; " + DataMend.again(set), e);
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e) + "; " + DataMend.again(set), e);
        }
    }

    private Idx parse(Path file, DataInputStream in, int magic) throws IOException {
        int found = in.readInt();
        if (found != magic) {
            throw new DataFormatException(
                    file,
                    "expected the magic number %08x, found %08x; %s".formatted(magic, found, DataMend.again(set)));
        }
        int[] dimensions = new int[magic & 0xFF];
        long count = 1;
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = in.readInt();
            count = dimensions[i] < 0 || count > Integer.MAX_VALUE ? Long.MAX_VALUE : count * dimensions[i];
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new DataFormatException(file, "its header asks for too many elements; " + DataMend.again(set));
        }
        byte[] elements = in.readNBytes((int) count);
        if (elements.length < count || in.read() >= 0) {
            String compared = elements.length < count ? "only " + elements.length : "more";
            throw new DataFormatException(
                    file,
                    "its header says " + count + " elements, but it has " + compared + "; " + DataMend.again(set));
        }
        return new Idx(file, dimensions, elements);
    }

    private record Idx(Path file, int[] dimensions, byte[] elements) {}
}
