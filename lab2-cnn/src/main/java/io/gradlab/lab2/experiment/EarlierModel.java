package io.gradlab.lab2.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.train.ModelState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The weights of a network that an earlier run trained, for {@code --init-from}. */
final class EarlierModel {
    private EarlierModel() {}

    /** Returns a maker of the same network that begins with the best model in a run's folder. */
    static Function<Seed, Layer> of(Function<Seed, Layer> maker, Path folder) {
        Path file = folder.resolve("model.safetensors");
        if (!Files.exists(file)) {
            throw new UserError("--init-from " + folder + ": there is no model.safetensors in it; name the folder of a"
                    + " run that has finished");
        }
        return seed -> {
            Layer network = maker.apply(seed);
            try {
                ModelState.load(network, Safetensors.read(file).tensors());
            } catch (IllegalArgumentException e) {
                throw new UserError("--init-from " + folder + ": " + e.getMessage(), e);
            }
            return network;
        };
    }
}
