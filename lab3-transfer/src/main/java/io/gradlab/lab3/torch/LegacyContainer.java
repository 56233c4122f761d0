package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.Dict;
import io.gradlab.lab3.torch.Pickled.Items;
import io.gradlab.lab3.torch.Pickled.Storage;
import io.gradlab.lab3.torch.Pickled.Text;
import io.gradlab.lab3.torch.Pickled.Whole;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What torch.save wrote before version 1.6: five pickles one after the other (a magic number, the protocol, the machine,
 * the values, the storages' keys), then each storage's element count, 8 bytes, and numbers.
 */
final class LegacyContainer implements Storages {
    private static final byte[] MAGIC = {
        (byte) 0x80,
        2,
        (byte) 0x8a,
        10,
        0x6c,
        (byte) 0xfc,
        (byte) 0x9c,
        0x46,
        (byte) 0xf9,
        0x20,
        0x6a,
        (byte) 0xa8,
        0x50,
        0x19,
        '.'
    };
    private static final int PROTOCOL = 1001;
    private static final int MAX_TABLE_BYTES = 1 << 22;

    private final FileChannel channel;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Pickled table;
    private final Items keys;
    private final int numbersBegin;

    private record Place(long begin, long bytes) {}

    private LegacyContainer(FileChannel channel) throws IOException {
        this.channel = channel;
        PickleInput input = new PickleInput(
                read(0, (int) Math.min(channel.size(), MAX_TABLE_BYTES)).array());
        input.text(MAGIC.length);
        if (!(PickleMachine.read(input) instanceof Whole protocol) || protocol.number() != PROTOCOL) {
            throw new PickleException("has another protocol than " + PROTOCOL + ", the only one of its kind");
        }
        Dict machine = PickleStack.cast(PickleMachine.read(input), Dict.class);
        if (!(machine.entries.get("little_endian") instanceof Whole little) || little.number() != 1) {
            throw new PickleException("has big-endian numbers; save it again on a little-endian machine");
        }
        this.table = PickleMachine.read(input);
        this.keys = PickleStack.cast(PickleMachine.read(input), Items.class);
        this.numbersBegin = input.position();
    }

    /** Tells whether a file begins as these do. */
    static boolean isBegin(byte[] begin) {
        return begin.length >= MAGIC.length && Arrays.equals(Arrays.copyOf(begin, MAGIC.length), MAGIC);
    }

    static LegacyContainer open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new LegacyContainer(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    Pickled table() {
        return table;
    }

    /** Finds the storages' places in the file, which follow from their types. */
    void locate(Map<String, Storage> storages) throws IOException {
        long place = numbersBegin;
        for (Pickled item : keys.items) {
            String key = PickleStack.cast(item, Text.class).text();
            Storage storage = storages.get(key);
            if (storage == null || places.containsKey(key)) {
                throw new PickleException("is broken: no tensor uses its storage " + key + ", or it is there twice");
            }
            if (place + Long.BYTES > channel.size() || read(place, Long.BYTES).getLong() != storage.elements()) {
                throw new PickleException("has no " + storage.elements() + " numbers for storage " + key
                        + "; it was cut short, get it again");
            }
            Place found = new Place(place + Long.BYTES, Math.multiplyExact(storage.elements(), (long)
                    storage.type().bytes()));
            place = Math.addExact(found.begin, found.bytes);
            if (place > channel.size()) {
                throw new PickleException("ends in the middle of storage " + key + "; it was cut short, get it again");
            }
            places.put(key, found);
        }
        if (place != channel.size()) {
            throw new PickleException("goes on for " + (channel.size() - place) + " bytes after its last number");
        }
    }

    @Override
    public long bytes(String key) {
        Place place = places.get(key);
        return place == null ? -1 : place.bytes;
    }

    @Override
    public ByteBuffer read(String key, long begin, int count) throws IOException {
        Place place = places.get(key);
        if (place == null) {
            throw new EOFException("there is no storage " + key);
        }
        return read(place.begin + begin, count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ByteBuffer read(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
