package io.gradlab.nn.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A safetensors header, checked: the tensors' bytes fill the data exactly, without overlap or gap.
 *
 * @param entries in the header's order
 * @param metadata free texts
 */
public record SafetensorsHeader(List<SafetensorsEntry> entries, Map<String, String> metadata) {
    /** How many bytes before the header say how long it is. */
    public static final int LENGTH_BYTES = 8;

    static final String METADATA = "__metadata__";
    private static final int ALIGNMENT = 8;
    private static final int MAX_BYTES = 100_000_000;

    /** Copies the list and the map, and keeps their order. */
    public SafetensorsHeader {
        entries = List.copyOf(entries);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * Returns how many bytes the header has.
     *
     * @param file the file's name in messages
     * @param begin the file's first {@value #LENGTH_BYTES} bytes
     * @param fileBytes the whole file's size
     * @throws DataFormatException if there cannot be such a header
     */
    public static int length(Path file, byte[] begin, long fileBytes) {
        long length = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > fileBytes - LENGTH_BYTES) {
            throw new DataFormatException(
                    file,
                    "says that its header has " + Long.toUnsignedString(length) + " bytes, but the file has "
                            + fileBytes + "; it was cut short or is no safetensors file");
        }
        if (length > MAX_BYTES) {
            throw new DataFormatException(
                    file, "has a header of " + length + " bytes; more than " + MAX_BYTES + " are refused");
        }
        return (int) length;
    }

    /**
     * Parses a header.
     *
     * @param file the file's name in messages
     * @param dataBytes how many bytes the file has after the header
     * @throws DataFormatException if the header is malformed or does not fit the data
     */
    public static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) {
        SafetensorsHeader header = new SafetensorsParser(file).parse(json);
        SafetensorsCover.require(file, header.entries, dataBytes);
        return header;
    }

    /** Returns the header of a file with the chosen tensors only, one directly after the other. */
    public SafetensorsHeader only(Predicate<String> names) {
        List<SafetensorsEntry> chosen = new ArrayList<>();
        long place = 0;
        for (SafetensorsEntry entry : entries) {
            if (names.test(entry.name())) {
                chosen.add(entry.movedTo(place));
                place += entry.bytes();
            }
        }
        return new SafetensorsHeader(chosen, metadata);
    }

    /** Returns the same header with other free texts. */
    public SafetensorsHeader with(Map<String, String> texts) {
        return new SafetensorsHeader(entries, texts);
    }

    /** Returns how many bytes the tensors take. */
    public long dataBytes() {
        return entries.stream().mapToLong(SafetensorsEntry::bytes).sum();
    }

    /** Returns what stands before the data in a file: the length and the JSON text, padded to eight bytes. */
    public byte[] toBytes() {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject(METADATA);
            metadata.forEach(texts::put);
        }
        for (SafetensorsEntry entry : entries) {
            if (entry.name().equals(METADATA)) {
                throw new IllegalArgumentException("A tensor cannot be called " + METADATA);
            }
            ObjectNode node =
                    header.putObject(entry.name()).put("dtype", entry.type().name());
            Arrays.stream(entry.shape().toArray()).forEach(node.withArray("shape")::add);
            node.putArray("data_offsets").add(entry.begin()).add(entry.end());
        }
        byte[] json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] all = Arrays.copyOf(
                ByteBuffer.allocate(LENGTH_BYTES + json.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(padded)
                        .put(json)
                        .array(),
                LENGTH_BYTES + padded);
        Arrays.fill(all, LENGTH_BYTES + json.length, all.length, (byte) ' ');
        return all;
    }
}
