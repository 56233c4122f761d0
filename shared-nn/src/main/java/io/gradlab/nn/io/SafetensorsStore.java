package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** An open safetensors file. */
final class SafetensorsStore implements TensorStore {
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataBegin;
    private final Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();

    private SafetensorsStore(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        if (size < SafetensorsHeader.LENGTH_BYTES) {
            throw new DataFormatException(file, "has " + size + " bytes, too few for a safetensors file");
        }
        int headerBytes = SafetensorsHeader.length(
                file, readAt(0, SafetensorsHeader.LENGTH_BYTES).array(), size);
        this.dataBegin = (long) SafetensorsHeader.LENGTH_BYTES + headerBytes;
        byte[] json = readAt(SafetensorsHeader.LENGTH_BYTES, headerBytes).array();
        this.header = SafetensorsHeader.parse(file, json, size - dataBegin);
        header.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    static SafetensorsStore open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return new SafetensorsStore(file, channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    @Override
    public SequencedMap<String, StoredTensor> tensors() {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        entries.forEach((name, entry) -> tensors.put(name, entry.stored()));
        return tensors;
    }

    @Override
    public Map<String, String> metadata() {
        return header.metadata();
    }

    @Override
    public Tensor read(String name) {
        SafetensorsEntry entry = entries.get(name);
        if (entry == null) {
            throw new DataFormatException(file, "has no tensor \"" + name + "\"");
        }
        float[] numbers = new float[entry.shape().size()];
        int width = entry.type().bytes();
        try {
            for (int done = 0; done < numbers.length; ) {
                int count = Math.min(numbers.length - done, CHUNK_BYTES / width);
                ByteBuffer chunk = readAt(dataBegin + entry.begin() + (long) done * width, count * width);
                entry.type().read(chunk, numbers, done, count);
                done += count;
            }
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
        return Tensor.of(entry.shape(), numbers);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private ByteBuffer readAt(long position, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
