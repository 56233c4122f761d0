package io.gradlab.lab3.experiment;

import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.KnownSet;
import io.gradlab.nn.data.SyntheticShapes;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Files;
import java.util.function.Consumer;

/**
 * The new task's images.
 *
 * @param name for people
 * @param all what training and validation are cut from
 * @param test what the final figures are taken on
 */
record TransferData(String name, Dataset all, Dataset test) {
    private static final int SHAPES = 12_000;
    private static final int TEST_SHAPES = 2_000;

    /** Reads Fashion-MNIST. */
    static TransferData fashion(DataFolder folder) {
        return new TransferData(
                "Fashion-MNIST", folder.train(DataCatalog.FASHION_MNIST), folder.test(DataCatalog.FASHION_MNIST));
    }

    /** Reads Fashion-MNIST; where it is not, draws the built-in shapes, and says so. */
    static TransferData fashionOrShapes(DataFolder folder, Consumer<String> say) {
        if (isThere(folder, DataCatalog.find(DataCatalog.FASHION_MNIST))) {
            return fashion(folder);
        }
        say.accept("There is no Fashion-MNIST in " + folder.root()
                + ": training on the built-in shapes instead; `./gradlab data get fashion-mnist` brings it.");
        return new TransferData(
                "built-in shapes",
                SyntheticShapes.shapes(new Seed(1), SHAPES),
                SyntheticShapes.shapes(new Seed(3), TEST_SHAPES));
    }

    private static boolean isThere(DataFolder folder, KnownSet set) {
        return set.files().stream().allMatch(file -> Files.exists(folder.find(set, file)));
    }
}
