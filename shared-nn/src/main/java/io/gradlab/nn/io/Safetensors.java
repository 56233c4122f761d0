package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: 8 bytes header length (little-endian), a JSON header, then the tensors' numbers.
 *
 * <p>The header is {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}}; offsets count from
 * the header's end; {@code "__metadata__"} maps names to texts. Source: github.com/huggingface/safetensors.
 */
public final class Safetensors {
    private static final int LENGTH_BYTES = 8;
    private static final int ALIGNMENT = 8;
    private static final int MAX_HEADER_BYTES = 100_000_000;
    private static final int CHUNK_BYTES = 1 << 20;

    private Safetensors() {}

    /**
     * Writes tensors as F32, atomically; the same maps in the same order give the same bytes.
     *
     * @param tensors name → tensor; they are written in this map's order
     * @param metadata free texts; an empty map leaves no trace in the file
     * @throws IOException if writing fails; one line with the file and the mend
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        byte[] header = header(tensors, metadata);
        AtomicFiles.write(file, out -> {
            out.write(littleEndian(LENGTH_BYTES).putLong(header.length).array());
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                writeNumbers(out, tensor.toHost().data());
            }
        });
    }

    /**
     * Reads all tensors of a file, F32 or F16, as host tensors.
     *
     * @throws DataFormatException if the file is missing, cannot be read, or is malformed
     */
    public static SafetensorsFile read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size < LENGTH_BYTES) {
                throw new DataFormatException(file, "has " + size + " bytes, too few for a safetensors file");
            }
            long headerBytes = readAt(channel, 0, littleEndian(LENGTH_BYTES)).getLong();
            if (headerBytes < 2 || headerBytes > Math.min(MAX_HEADER_BYTES, size - LENGTH_BYTES)) {
                throw new DataFormatException(
                        file,
                        "says that its header has " + Long.toUnsignedString(headerBytes) + " bytes, but the file has "
                                + size + "; it was cut short or is no safetensors file");
            }
            byte[] json = readAt(channel, LENGTH_BYTES, littleEndian((int) headerBytes))
                    .array();
            long dataBegin = LENGTH_BYTES + headerBytes;
            SafetensorsHeader header = SafetensorsHeader.parse(file, json, size - dataBegin);
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            for (SafetensorsEntry entry : header.entries()) {
                tensors.put(entry.name(), Tensor.of(entry.shape(), readNumbers(channel, dataBegin, entry)));
            }
            return new SafetensorsFile(tensors, header.metadata());
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private static byte[] header(Map<String, Tensor> tensors, Map<String, String> metadata) {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = header.putObject(SafetensorsHeader.METADATA);
            metadata.forEach(texts::put);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            if (tensor.getKey().equals(SafetensorsHeader.METADATA)) {
                throw new IllegalArgumentException("A tensor cannot be called " + SafetensorsHeader.METADATA);
            }
            ObjectNode entry = header.putObject(tensor.getKey()).put("dtype", "F32");
            Arrays.stream(tensor.getValue().shape().toArray()).forEach(entry.withArray("shape")::add);
            long end = offset + 4L * tensor.getValue().size();
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] json = JsonMapper.shared().writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] aligned = Arrays.copyOf(json, padded);
        Arrays.fill(aligned, json.length, padded, (byte) ' ');
        return aligned;
    }

    private static void writeNumbers(OutputStream out, float[] numbers) throws IOException {
        ByteBuffer chunk = littleEndian(Math.min(CHUNK_BYTES, 4 * Math.min(numbers.length, CHUNK_BYTES)));
        for (int done = 0; done < numbers.length; ) {
            int count = Math.min(numbers.length - done, chunk.capacity() / 4);
            chunk.asFloatBuffer().put(numbers, done, count);
            out.write(chunk.array(), 0, 4 * count);
            done += count;
        }
    }

    private static float[] readNumbers(FileChannel channel, long dataBegin, SafetensorsEntry entry) throws IOException {
        float[] numbers = new float[entry.shape().size()];
        int width = entry.type().bytes;
        for (int done = 0; done < numbers.length; ) {
            int count = Math.min(numbers.length - done, CHUNK_BYTES / width);
            ByteBuffer chunk =
                    readAt(channel, dataBegin + entry.begin() + (long) done * width, littleEndian(count * width));
            switch (entry.type()) {
                case F32 -> chunk.asFloatBuffer().get(numbers, done, count);
                case F16 -> {
                    for (int i = 0; i < count; i++) {
                        numbers[done + i] = Float.float16ToFloat(chunk.getShort());
                    }
                }
            }
            done += count;
        }
        return numbers;
    }

    private static ByteBuffer readAt(FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
