package io.gradlab.lab3.features;

import io.gradlab.nn.io.StoredTensor;
import io.gradlab.nn.io.TensorStore;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;

/** An open file that is deleted when it is closed. */
record Temporary(TensorStore store, Path file) implements TensorStore {
    @Override
    public SequencedMap<String, StoredTensor> tensors() {
        return store.tensors();
    }

    @Override
    public Map<String, String> metadata() {
        return store.metadata();
    }

    @Override
    public Tensor read(String name) {
        return store.read(name);
    }

    @Override
    public void close() {
        store.close();
        if (!file.toFile().delete()) {
            file.toFile().deleteOnExit();
        }
    }
}
