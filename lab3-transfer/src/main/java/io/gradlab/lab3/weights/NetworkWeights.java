package io.gradlab.lab3.weights;

import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.StoredTensor;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts a file's weights into a network, by name. */
public final class NetworkWeights {
    private static final String BATCH_COUNTER = "num_batches_tracked"; // PyTorch counts; nothing depends on it

    private NetworkWeights() {}

    /**
     * Overwrites a network's parameters and buffers with a file's tensors, one after the other; none is changed unless all
     * fit.
     *
     * @param wanted the names that are to be loaded; all others, in network and file, are left alone
     * @throws DataFormatException if a wanted tensor is missing in the file, left over there, or of another shape; the
     *     message names the first such tensor
     */
    public static void load(Layer network, WeightFile file, Predicate<String> wanted) {
        Map<String, Tensor> own = ModelState.view(network);
        Map<String, StoredTensor> stored = file.tensors().tensors();
        own.forEach((name, tensor) -> {
            if (wanted.test(name)) {
                requireFit(file, name, tensor, stored.get(name));
            }
        });
        stored.forEach((name, tensor) -> {
            if (wanted.test(name) && !own.containsKey(name) && !name.endsWith(BATCH_COUNTER)) {
                throw new DataFormatException(
                        file.path(),
                        "has a tensor " + name + " " + tensor.shape()
                                + " that the network does not have; is it of another network? See ./gradlab weights"
                                + " check");
            }
        });
        own.forEach((name, tensor) -> {
            if (wanted.test(name)) {
                tensor.copyFrom(file.tensors().read(name));
            }
        });
    }

    private static void requireFit(WeightFile file, String name, Tensor own, @Nullable StoredTensor stored) {
        if (stored == null) {
            throw new DataFormatException(
                    file.path(),
                    "has no tensor " + name + " " + own.shape()
                            + ", which the network needs; is it of another network? See ./gradlab weights check");
        }
        if (!stored.shape().equals(own.shape())) {
            throw new DataFormatException(
                    file.path(),
                    "has " + name + " " + stored.shape() + ", but the network's is " + own.shape()
                            + "; is it of another network? See ./gradlab weights check");
        }
    }
}
