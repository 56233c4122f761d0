package io.gradlab.lab3.torch;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where a file keeps its storages' bytes. */
interface Storages extends AutoCloseable {

    /** Returns how many bytes a storage has, or -1 if there is no such storage. */
    long bytes(String key);

    /** Reads bytes of a storage, little-endian; they lie inside it. */
    ByteBuffer read(String key, long begin, int count) throws IOException;

    @Override
    void close() throws IOException;
}
