package io.gradlab.nn.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads event files by the published format alone: shares no code with the writer, not even the checksum. */
public final class EventReader {
    private EventReader() {}

    /** A message's fields by number, each with its contents in order: Long, Double, Float or byte[]. */
    public record Fields(Map<Integer, List<Object>> all) {
        public Object get(int number) {
            return all.get(number).getFirst();
        }

        public boolean has(int number) {
            return all.containsKey(number);
        }

        public String text(int number) {
            return new String((byte[]) get(number), StandardCharsets.UTF_8);
        }

        public Fields message(int number) {
            return parse((byte[]) get(number));
        }

        public double[] float64s(int number) {
            ByteBuffer bytes = ByteBuffer.wrap((byte[]) get(number)).order(ByteOrder.LITTLE_ENDIAN);
            double[] values = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            return values;
        }
    }

    /** Returns the events of a file; fails on the first wrong checksum and on bytes that are left over. */
    public static List<Fields> read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Fields> events = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] length = new byte[8];
            bytes.get(length);
            check(length, bytes.getInt());
            byte[] content = new byte
                    [Math.toIntExact(ByteBuffer.wrap(length)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong())];
            bytes.get(content);
            check(content, bytes.getInt());
            events.add(parse(content));
        }
        return events;
    }

    private static void check(byte[] content, int stored) {
        long crc = 0xFFFFFFFFL; // bit by bit, with Castagnoli's polynomial reflected
        for (byte b : content) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0x82F63B78L : crc >>> 1;
            }
        }
        crc ^= 0xFFFFFFFFL;
        long masked = ((crc >> 15 | crc << 17) + 0xA282EAD8L) & 0xFFFFFFFFL;
        if (masked != (stored & 0xFFFFFFFFL)) {
            throw new IllegalArgumentException("A record's checksum is wrong");
        }
    }

    static Fields parse(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, List<Object>> fields = new TreeMap<>();
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            Object value = switch ((int) (tag & 7)) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getDouble();
                case 2 -> {
                    byte[] inner = new byte[Math.toIntExact(varint(bytes))];
                    bytes.get(inner);
                    yield inner;
                }
                case 5 -> bytes.getFloat();
                default -> throw new IllegalArgumentException("No such kind of field: " + tag);
            };
            fields.computeIfAbsent((int) (tag >> 3), number -> new ArrayList<>())
                    .add(value);
        }
        return new Fields(fields);
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }
}
