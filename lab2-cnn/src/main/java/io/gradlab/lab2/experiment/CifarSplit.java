package io.gradlab.lab2.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.nn.data.Cifar10Reader;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * CIFAR-10 for lab 2: 2,500 of the training images, drawn by the seed, choose the epoch; the test images give the final
 * figures and nothing else.
 */
final class CifarSplit {
    private static final int VALIDATION = 2_500;
    private static final int BATCHES = 4; // that train if the fifth is held out

    /** Images that are left for training, at most. */
    static final int TRAINING = 50_000 - VALIDATION;

    private CifarSplit() {}

    /** Returns what is held out if nobody says: the official batch if it is there. */
    static Holdout usual(DataFolder folder) {
        return folder.hasCifarTest() ? Holdout.OFFICIAL : Holdout.FIFTH_BATCH;
    }

    /** Refuses the official test batch where it is missing. */
    private static void requireThere(DataFolder folder, Holdout holdout) {
        if (holdout == Holdout.OFFICIAL && !folder.hasCifarTest()) {
            throw new UserError("--holdout official: there is no test_batch.bin in "
                    + folder.root()
                            .resolve(DataCatalog.find(DataCatalog.CIFAR_10).folder())
                    + "; give --holdout fifth-batch, or `./gradlab data get cifar-10`");
        }
    }

    /** Reads the set; its name says what the test set is. */
    static DataParts read(DataFolder folder, Seed seed, Holdout holdout) {
        return read(folder, seed, holdout, VALIDATION);
    }

    /** Reads the set with another number of validation images. */
    static DataParts read(DataFolder folder, Seed seed, Holdout holdout, int wanted) {
        requireThere(folder, holdout);
        Dataset all = holdout == Holdout.OFFICIAL ? folder.train(DataCatalog.CIFAR_10) : firstBatches(folder);
        int validation = Math.min(wanted, all.size() / 2);
        int[][] parts =
                Split.shuffledParts(all.size(), seed, "cifar-10 validation", validation, all.size() - validation);
        return new DataParts(
                holdout == Holdout.OFFICIAL ? "CIFAR-10, official test batch" : "CIFAR-10, fifth batch held out",
                holdout == Holdout.OFFICIAL ? "the test batch" : "the held-out fifth batch",
                new Subset(all, parts[1]),
                new Subset(all, parts[0]),
                holdout == Holdout.OFFICIAL ? folder.test(DataCatalog.CIFAR_10) : folder.cifarBatch(BATCHES + 1));
    }

    private static Dataset firstBatches(DataFolder folder) {
        Path directory =
                folder.root().resolve(DataCatalog.find(DataCatalog.CIFAR_10).folder());
        List<Path> files = IntStream.rangeClosed(1, BATCHES)
                .mapToObj(batch -> directory.resolve("data_batch_" + batch + ".bin"))
                .toList();
        return Cifar10Reader.read(files);
    }
}
