package io.gradlab.lab3.features;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.io.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The weights that come with the project: the small VGG, trained on CIFAR-10 by {@code ./gradlab train cifar-vgg}, in half
 * precision. The file's texts say how: {@code ./gradlab weights check} shows them.
 */
public final class EmbeddedWeights {
    /** The name in commands. */
    public static final String NAME = "cifar-vgg";

    static final Convention CONVENTION = Convention.TORCHVISION;

    private static final String RESOURCE = "cifar-vgg.safetensors";

    private EmbeddedWeights() {}

    /** Opens the weights; the caller closes them. */
    public static WeightFile open() {
        try (InputStream in = EmbeddedWeights.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from this build");
            }
            Path copy = Files.createTempFile("gradlab-", ".safetensors");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            TensorStore store = Safetensors.open(copy);
            return new WeightFile(Path.of(NAME), new Temporary(store, copy), Optional.of(CONVENTION));
        } catch (IOException e) {
            throw new UserError(
                    "The built-in weights cannot be unpacked to " + System.getProperty("java.io.tmpdir") + ": "
                            + FileProblem.of(e),
                    e);
        }
    }
}
