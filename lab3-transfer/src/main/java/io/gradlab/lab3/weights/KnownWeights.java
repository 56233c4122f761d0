package io.gradlab.lab3.weights;

import io.gradlab.nn.data.Checksum;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A public file of weights.
 *
 * @param name as written in commands, for example {@code vgg16}
 * @param file its name in the folder of weights
 * @param parameters how many numbers it holds; four bytes each
 * @param checksum of the whole file
 * @param mirrors where it can be downloaded, best first
 */
public record KnownWeights(
        String name, String file, long parameters, Convention convention, Checksum checksum, List<URI> mirrors) {

    /** Tells whether single tensors can be downloaded. */
    public boolean hasParts() {
        return file.endsWith(".safetensors");
    }

    /** Returns the name of a file with one part only, for example {@code vgg16.tv_in1k-features.safetensors}. */
    public String partFile(String part) {
        return file.replaceFirst("\\.safetensors$", "-" + part + ".safetensors");
    }

    /** Returns the same file at another place, which is tried first. */
    public KnownWeights at(URI mirror) {
        List<URI> all = new ArrayList<>(List.of(mirror));
        all.addAll(mirrors);
        return new KnownWeights(name, file, parameters, convention, checksum, List.copyOf(all));
    }
}
