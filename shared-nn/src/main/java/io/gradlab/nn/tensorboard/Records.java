package io.gradlab.nn.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** TensorFlow's record format: length, its checksum, content, its checksum. */
final class Records {
    private static final int MASK = 0xa282ead8;

    private Records() {}

    /** Returns the record of a content, ready to be appended to a file. */
    static byte[] framed(byte[] content) {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(content.length)
                .array();
        return ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(length)
                .putInt(checksum(length))
                .put(content)
                .putInt(checksum(content))
                .array();
    }

    /** Returns the masked checksum: that of content which holds checksums itself would be a poor one without. */
    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }
}
