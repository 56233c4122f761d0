package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: 8 bytes header length (little-endian), a JSON header, then the tensors' numbers.
 *
 * <p>The header is {@code {"name": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]}, …}}; offsets count from
 * the header's end; {@code "__metadata__"} maps names to texts. Source: github.com/huggingface/safetensors.
 */
public final class Safetensors {
    private static final int CHUNK_NUMBERS = 1 << 18;

    private Safetensors() {}

    /**
     * Writes tensors as F32, atomically; the same maps in the same order give the same bytes.
     *
     * @param tensors name → tensor; they are written in this map's order
     * @param metadata free texts; an empty map leaves no trace in the file
     * @throws IOException if writing fails; one line with the file and the mend
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        write(file, tensors, metadata, NumberType.F32);
    }

    /**
     * Writes tensors as F32 or F16, atomically; as {@link #write(Path, Map, Map)} otherwise.
     *
     * @param type of all tensors; F16 rounds to the nearest and becomes infinite beyond 65,504
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata, NumberType type)
            throws IOException {
        byte[] header = new SafetensorsHeader(entries(tensors, type), metadata).toBytes();
        AtomicFiles.write(file, out -> {
            out.write(header);
            for (Tensor tensor : tensors.values()) {
                writeNumbers(out, tensor.toHost().data(), type);
            }
        });
    }

    /**
     * Reads all tensors of a file as host tensors of float32.
     *
     * @throws DataFormatException if the file is missing, cannot be read, or is malformed
     */
    public static SafetensorsFile read(Path file) {
        try (TensorStore store = open(file)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            store.tensors().keySet().forEach(name -> tensors.put(name, store.read(name)));
            return new SafetensorsFile(tensors, store.metadata());
        }
    }

    /**
     * Opens a file, of which only the header is read now; each tensor's bytes when it is asked for.
     *
     * @throws DataFormatException if the file is missing, cannot be read, or is malformed
     */
    public static TensorStore open(Path file) {
        return SafetensorsStore.open(file);
    }

    private static List<SafetensorsEntry> entries(Map<String, Tensor> tensors, NumberType type) {
        List<SafetensorsEntry> entries = new ArrayList<>();
        long place = 0;
        for (Map.Entry<String, Tensor> tensor : tensors.entrySet()) {
            long end = place + (long) tensor.getValue().size() * type.bytes();
            entries.add(new SafetensorsEntry(
                    tensor.getKey(), type, tensor.getValue().shape(), place, end));
            place = end;
        }
        return entries;
    }

    private static void writeNumbers(OutputStream out, float[] numbers, NumberType type) throws IOException {
        int chunk = Math.min(CHUNK_NUMBERS, numbers.length);
        ByteBuffer bytes = ByteBuffer.allocate(chunk * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int done = 0; done < numbers.length; ) {
            int count = Math.min(numbers.length - done, chunk);
            type.write(numbers, done, count, bytes);
            out.write(bytes.array(), 0, count * type.bytes());
            done += count;
        }
    }
}
