package io.gradlab.nn.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Small files in the formats of the public sets. */
final class SampleFiles {

    private SampleFiles() {}

    /** Returns an idx file: big-endian header, then the elements. */
    static byte[] idx(int magic, int[] dimensions, byte... elements) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * dimensions.length + elements.length);
        file.putInt(magic);
        for (int dimension : dimensions) {
            file.putInt(dimension);
        }
        return file.put(elements).array();
    }

    /** Returns a CIFAR-10 batch; record i has the given label, and pixel p is (i + p) mod 256. */
    static byte[] cifar(int... labels) {
        ByteBuffer file = ByteBuffer.allocate(3073 * labels.length);
        for (int i = 0; i < labels.length; i++) {
            file.put((byte) labels[i]);
            for (int p = 0; p < 3072; p++) {
                file.put((byte) (i + p));
            }
        }
        return file.array();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
