package io.gradlab.lab3.weights;

import io.gradlab.cli.UserError;
import io.gradlab.nn.data.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where files of weights are kept: {@code weights} in the folder of the data sets.
 *
 * @param root for example {@code ~/.gradlab/data/weights}
 */
public record WeightFolder(Path root) {

    /** Returns the folder inside the data sets' one, see {@link DataFolder#resolve(Path)}. */
    public static WeightFolder resolve(@Nullable Path dataOption) {
        return new WeightFolder(DataFolder.resolve(dataOption).root().resolve("weights"));
    }

    /** Returns where a public file is or would be. */
    public Path locate(KnownWeights known) {
        return root.resolve(known.file());
    }

    /** Returns where a part of a public file is or would be. */
    public Path locate(KnownWeights known, String part) {
        return root.resolve(known.partFile(part));
    }

    /**
     * Finds what {@code --weights} names: a file, or a public one by its name, whole or its features alone.
     *
     * @throws UserError if it is not here; the message says how to get it
     */
    public Path find(String fileOrName) {
        Path file = Path.of(fileOrName);
        if (Files.isRegularFile(file)) {
            return file;
        }
        if (WeightCatalog.find(fileOrName).isEmpty()) {
            throw new UserError("There is no file " + fileOrName + ", and no public weights of this name; see ./gradlab"
                    + " weights list");
        }
        KnownWeights known = WeightCatalog.of(fileOrName);
        if (Files.exists(locate(known))) {
            return locate(known);
        }
        if (known.hasParts() && Files.exists(locate(known, WeightInstaller.FEATURES))) {
            return locate(known, WeightInstaller.FEATURES);
        }
        throw new UserError(locate(known) + " is not here; run ./gradlab weights get " + fileOrName);
    }
}
