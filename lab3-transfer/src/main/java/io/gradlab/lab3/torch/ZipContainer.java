package io.gradlab.lab3.torch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What torch.save writes since version 1.6: a zip with NAME/data.pkl and, uncompressed, NAME/data/KEY. */
final class ZipContainer implements Storages {
    private static final String TABLE = "/data.pkl";
    private static final int MAX_TABLE_BYTES = 1 << 22;

    private final ZipFile zip;
    private final String folder;

    private ZipContainer(ZipFile zip) {
        this.zip = zip;
        this.folder = zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.endsWith(TABLE) && name.indexOf('/') == name.length() - TABLE.length())
                .findFirst()
                .map(name -> name.substring(0, name.length() - TABLE.length() + 1))
                .orElseThrow(
                        () -> new PickleException("is a zip without NAME/data.pkl, so torch.save did not write it"));
    }

    static ZipContainer open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new ZipContainer(zip);
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Returns the pickle of all the file's values. */
    Pickled table() throws IOException {
        if (bytes("byteorder", "") >= 0) {
            ByteBuffer order = readEntry(folder + "byteorder", 0, (int) Math.min(16, bytes("byteorder", "")));
            if (!StandardCharsets.US_ASCII.decode(order).toString().equals("little")) {
                throw new PickleException("has big-endian numbers; save it again on a little-endian machine");
            }
        }
        long length = bytes("data.pkl", "");
        if (length > MAX_TABLE_BYTES) {
            throw new PickleException(
                    "has a table of contents of " + length + " bytes; more than " + MAX_TABLE_BYTES + " are refused");
        }
        return PickleMachine.read(
                new PickleInput(readEntry(folder + "data.pkl", 0, (int) length).array()));
    }

    @Override
    public long bytes(String key) {
        return bytes(key, "data/");
    }

    @Override
    public ByteBuffer read(String key, long begin, int count) throws IOException {
        return readEntry(folder + "data/" + key, begin, count);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private long bytes(String key, String inner) {
        ZipEntry entry = zip.getEntry(folder + inner + key);
        if (entry != null && entry.getMethod() != ZipEntry.STORED) {
            throw new PickleException("has compressed parts, which torch.save never writes");
        }
        return entry == null ? -1 : entry.getSize();
    }

    private ByteBuffer readEntry(String name, long begin, int count) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            in.skipNBytes(begin);
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new PickleException("ends in the middle of " + name + "; it was cut short, get it again");
            }
            return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
