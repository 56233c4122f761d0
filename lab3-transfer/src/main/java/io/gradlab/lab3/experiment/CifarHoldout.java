package io.gradlab.lab3.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.nn.data.Cifar10Reader;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What {@code cifar-vgg} is tested on; 2,500 of the other images, drawn by the seed, choose the epoch. */
enum CifarHoldout {
    /** The official test batch; all five training batches train. */
    OFFICIAL("the test set") {
        @Override
        Dataset test(DataFolder folder) {
            return folder.test(DataCatalog.CIFAR_10);
        }
    },
    /** The first thousand images of the official test batch; all five training batches train. */
    THOUSAND("the first 1,000 test images") {
        @Override
        Dataset test(DataFolder folder) {
            return Cifar10Reader.read(List.of(file(folder, THOUSAND_FILE)));
        }
    },
    /** The fifth training batch, which then trains nothing. */
    FIFTH_BATCH("the held-out fifth batch") {
        @Override
        Dataset test(DataFolder folder) {
            return folder.cifarBatch(BATCHES);
        }
    };

    private static final int BATCHES = 5;
    private static final int VALIDATION = 2_500;
    private static final String THOUSAND_FILE = "test_batch_first1000.bin";

    private final String words;

    CifarHoldout(String words) {
        this.words = words;
    }

    abstract Dataset test(DataFolder folder);

    /** Returns what is held out if nobody says: the largest piece of the official test batch that is there. */
    static CifarHoldout usual(DataFolder folder) {
        if (folder.hasCifarTest()) {
            return OFFICIAL;
        }
        return Files.exists(file(folder, THOUSAND_FILE)) ? THOUSAND : FIFTH_BATCH;
    }

    /** Reads the set; its name says what the test set is. */
    DataParts read(DataFolder folder, Seed seed) {
        if (this == OFFICIAL && !folder.hasCifarTest()) {
            throw new UserError("--holdout official: there is no test_batch.bin in "
                    + file(folder, "").toString() + "; give --holdout fifth-batch, or `./gradlab data get cifar-10`");
        }
        int trained = this == FIFTH_BATCH ? BATCHES - 1 : BATCHES;
        Dataset all = Cifar10Reader.read(IntStream.rangeClosed(1, trained)
                .mapToObj(batch -> file(folder, "data_batch_" + batch + ".bin"))
                .toList());
        int validation = Math.min(VALIDATION, all.size() / 2);
        int[][] parts =
                Split.shuffledParts(all.size(), seed, "cifar-10 validation", validation, all.size() - validation);
        return new DataParts(
                "CIFAR-10, tested on " + words,
                words,
                new Subset(all, parts[1]),
                new Subset(all, parts[0]),
                test(folder));
    }

    private static Path file(DataFolder folder, String name) {
        return folder.root()
                .resolve(DataCatalog.find(DataCatalog.CIFAR_10).folder())
                .resolve(name);
    }

    /** Returns it as written in commands. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
