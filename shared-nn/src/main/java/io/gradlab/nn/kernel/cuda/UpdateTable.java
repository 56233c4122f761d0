package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Update;
import java.util.Arrays;
import java.util.List;

/**
 * The table of {@code updates.cu}: for each parameter where its arrays are, then for each block which part of which parameter
 * it takes. It stays on the device and is sent again only when something in it changes, so a step that repeats sends nothing
 * and leaves nothing to the garbage collector.
 */
final class UpdateTable {
    static final int PIECE = 1024; // elements of a block, as in updates.cu
    private static final int WORDS = 5; // longs of an Entry: four addresses, then size and flag

    private final Stream stream;
    private long[] words = new long[0]; // of the entries, as they are to be
    private long[] sent = new long[0]; // as they are on the device
    private int entries;
    private int pieces;
    private long address; // 0 before the first
    private long bytes;

    UpdateTable(Stream stream) {
        this.stream = stream;
    }

    /** Brings the table to the device, unless it is there already. */
    void send(List<Update> updates) {
        int count = updates.size();
        if (words.length < WORDS * count) {
            words = new long[WORDS * count];
        }
        for (int i = 0; i < count; i++) {
            write(updates.get(i), WORDS * i);
        }
        if (count != entries || !Arrays.equals(words, 0, WORDS * count, sent, 0, WORDS * count)) {
            entries = count;
            sent = Arrays.copyOf(words, WORDS * count);
            upload();
        }
    }

    private void write(Update update, int at) {
        int moments = update.moments().size();
        words[at] = stream.address(update.value());
        words[at + 1] = stream.address(update.gradient());
        words[at + 2] = moments > 0 ? stream.address(update.moments().get(0)) : 0;
        words[at + 3] = moments > 1 ? stream.address(update.moments().get(1)) : 0;
        words[at + 4] = pair(update.value().size(), update.decayed() ? 1 : 0);
    }

    private void upload() {
        pieces = 0;
        for (int i = 0; i < entries; i++) {
            pieces += piecesOf(i);
        }
        long[] table = Arrays.copyOf(sent, WORDS * entries + pieces);
        int at = WORDS * entries;
        for (int i = 0; i < entries; i++) {
            for (int number = 0; number < piecesOf(i); number++) {
                table[at++] = pair(i, number);
            }
        }
        reserve(8L * table.length);
        stream.upload(bits(table), 2 * table.length, address);
    }

    private int piecesOf(int entry) {
        return Math.ceilDiv((int) sent[WORDS * entry + 4], PIECE);
    }

    private void reserve(long needed) {
        if (needed > bytes) {
            if (address != 0) {
                stream.memory().giveBack(address);
            }
            address = stream.memory().take(needed);
            bytes = needed;
        }
    }

    /** Returns two ints as they follow each other in memory. */
    private static long pair(int first, int second) {
        return (first & 0xFFFFFFFFL) | (long) second << 32;
    }

    /** Returns the same bits as floats, which is what a driver carries. */
    private static float[] bits(long[] words) {
        float[] numbers = new float[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[2 * i] = Float.intBitsToFloat((int) words[i]);
            numbers[2 * i + 1] = Float.intBitsToFloat((int) (words[i] >>> 32));
        }
        return numbers;
    }

    /** Returns how many blocks the table has work for. */
    int pieces() {
        return pieces;
    }

    long entriesAddress() {
        return address;
    }

    long piecesAddress() {
        return address + 8L * WORDS * entries;
    }
}
