package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Tensor;
import java.util.Map;
import java.util.SequencedMap;

/** An open file of named tensors, each of which is read when it is asked for. */
public interface TensorStore extends AutoCloseable {

    /** Returns what the file holds, in its order. */
    SequencedMap<String, StoredTensor> tensors();

    /** Returns the file's free texts. */
    Map<String, String> metadata();

    /**
     * Reads one tensor as float32 on the host; nothing but its bytes.
     *
     * @throws DataFormatException if the file has no such tensor, cannot be read, or became shorter
     */
    Tensor read(String name);

    /** Closes the file. */
    @Override
    void close();
}
