package io.gradlab.nn.data;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the binary version of CIFAR-10: records of 1 label byte and 3072 pixel bytes (red plane, green, blue).
 *
 * <p>Source: Krizhevsky, "Learning multiple layers of features from tiny images", 2009.
 */
public final class Cifar10Reader {
    private static final Shape SAMPLE = Shape.of(3, 32, 32);
    private static final int RECORD_BYTES = 1 + 3 * 32 * 32;

    private Cifar10Reader() {}

    /**
     * Reads batch files, one after the other, as one set of {@code [3, 32, 32]} samples.
     *
     * @throws DataFormatException if a file is missing, has a broken record, or a label above 9
     */
    public static Dataset read(List<Path> files) {
        int samples = 0;
        for (Path file : files) {
            samples += records(file);
        }
        byte[] pixels = new byte[Math.multiplyExact(samples, SAMPLE.size())];
        byte[] labels = new byte[samples];
        int sample = 0;
        for (Path file : files) {
            byte[] bytes = bytes(file);
            for (int begin = 0; begin < bytes.length; begin += RECORD_BYTES) {
                labels[sample] = label(file, bytes[begin], begin / RECORD_BYTES);
                System.arraycopy(bytes, begin + 1, pixels, sample * SAMPLE.size(), SAMPLE.size());
                sample++;
            }
        }
        return new ByteDataset(SAMPLE, ClassNames.CIFAR_10, pixels, labels);
    }

    private static int records(Path file) {
        if (!Files.exists(file)) {
            throw new DataFormatException(file, "there is no such file; " + DataMend.get(DataCatalog.CIFAR_10));
        }
        try {
            long size = Files.size(file);
            if (size == 0 || size % RECORD_BYTES != 0) {
                throw new DataFormatException(
                        file,
                        "has " + size + " bytes, not a multiple of " + RECORD_BYTES + "; "
                                + DataMend.again(DataCatalog.CIFAR_10));
            }
            return Math.toIntExact(size / RECORD_BYTES);
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private static byte label(Path file, byte label, int index) {
        if (Byte.toUnsignedInt(label) >= ClassNames.CIFAR_10.size()) {
            throw new DataFormatException(
                    file,
                    "label " + Byte.toUnsignedInt(label) + " at index " + index + " is not in 0..9; "
                            + DataMend.again(DataCatalog.CIFAR_10));
        }
        return label;
    }
}
