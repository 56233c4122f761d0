package io.gradlab.nn.data;

import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks expected files, and no others, from a gzipped tar archive: the names of what is written come from the caller,
 * never from the archive.
 *
 * <p>A tar file is a run of 512-byte headers, each followed by its file's bytes, filled up to a multiple of 512. Source:
 * POSIX.1-1988, ustar.
 */
final class TarGz {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int SUM_AT = 148;
    private static final int SUM_BYTES = 8;
    private static final int TYPE_AT = 156;

    private TarGz() {}

    /**
     * Unpacks the files that the archive has under the expected names, in whatever folder, into {@code folder}.
     *
     * @throws DataFormatException if the archive is broken, lacks a file, or a file has not the expected size
     */
    static void unpack(Path archive, Path folder, List<KnownFile> expected) {
        List<KnownFile> missing = new ArrayList<>(expected);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive), 1 << 16);
                InputStream in = new GZIPInputStream(raw, 1 << 16)) {
            while (!missing.isEmpty()) {
                byte[] header = in.readNBytes(BLOCK);
                if (header.length == BLOCK && header[0] == 0) {
                    break; // the end is marked by empty blocks
                }
                requireSum(archive, header);
                long size = octal(archive, header, SIZE_AT, SIZE_BYTES);
                Optional<KnownFile> wanted = find(missing, header);
                if (wanted.isPresent()) {
                    unpackOne(archive, in, size, wanted.get(), folder);
                    missing.remove(wanted.get());
                } else {
                    in.skipNBytes(size);
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        } catch (EOFException e) {
            throw new DataFormatException(archive, "ends too early", e);
        } catch (IOException e) {
            throw new DataFormatException(archive, FileProblem.of(e), e);
        }
        if (!missing.isEmpty()) {
            throw new DataFormatException(archive, "has no file " + missing.getFirst().name());
        }
    }

    private static Optional<KnownFile> find(List<KnownFile> files, byte[] header) {
        boolean regular = header[TYPE_AT] == '0' || header[TYPE_AT] == 0;
        String path = text(header, 0, NAME_BYTES);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return files.stream().filter(file -> regular && file.name().equals(name)).findFirst();
    }

    private static void unpackOne(Path archive, InputStream in, long size, KnownFile file, Path folder)
            throws IOException {
        if (size != file.bytes()) {
            throw new DataFormatException(
                    archive, file.name() + " in it has " + size + " bytes instead of " + file.bytes());
        }
        AtomicFiles.write(folder.resolve(file.name()), out -> {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (count < 0) {
                    throw new EOFException("the archive ends too early");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        });
    }

    private static void requireSum(Path archive, byte[] header) throws EOFException {
        if (header.length < BLOCK) {
            throw new EOFException();
        }
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean ofSum = i >= SUM_AT && i < SUM_AT + SUM_BYTES;
            sum += ofSum ? ' ' : Byte.toUnsignedInt(header[i]);
        }
        if (sum != octal(archive, header, SUM_AT, SUM_BYTES)) {
            throw new DataFormatException(archive, "is no tar archive, or a broken one");
        }
    }

    private static long octal(Path archive, byte[] header, int offset, int length) {
        String digits = text(header, offset, length).strip();
        try {
            long value = Long.parseLong(digits, 8);
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new DataFormatException(archive, "is no tar archive, or a broken one");
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.ISO_8859_1);
    }
}
