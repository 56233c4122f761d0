package io.gradlab.lab2.experiment;

import io.gradlab.course.experiment.DataParts;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.tensor.Seed;

/**
 * MNIST for lab 2: 5,000 of the 60,000 training images, drawn by the seed, choose the epoch; the official 10,000 test images
 * give the final figures and nothing else.
 */
final class MnistSplit {
    private static final int IMAGES = 60_000;
    private static final int VALIDATION = 5_000;

    /** Images that are left for training. */
    static final int TRAINING = IMAGES - VALIDATION;

    private MnistSplit() {}

    /** Reads the set; a smaller fraction is the beginning of a larger one, and validation is the same for all. */
    static DataParts read(DataFolder folder, Seed seed, Fraction fraction) {
        Dataset all = folder.train(DataCatalog.MNIST);
        int validation = Math.min(VALIDATION, all.size() / 2);
        int rest = all.size() - validation;
        int[][] parts = Split.shuffledParts(all.size(), seed, "mnist validation", validation, fraction.of(rest));
        return new DataParts(
                "MNIST" + (fraction == Fraction.ALL ? "" : ", " + fraction + " of the training images"),
                new Subset(all, parts[1]),
                new Subset(all, parts[0]),
                folder.test(DataCatalog.MNIST));
    }
}
