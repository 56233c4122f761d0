package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.DataCatalog;
import io.gradlab.nn.data.Normalize;
import io.gradlab.nn.data.RandomShift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report B: the best network on MNIST, on all training images or a fraction of them.
 *
 * <p>Published test accuracies: 98.15 % with 1/16 of the images, 98.79 with 1/8, 98.98 with 1/4, 99.25 with 1/2, 99.32 % with
 * all.
 */
@Command(
        name = "mnist-cnn",
        description = "Train the network with batch norm and dropout on MNIST or a fraction of it (report B).")
public final class MnistCnn extends CnnExperiment {
    private static final CnnRecipe RECIPE =
            new CnnRecipe(Fraction.ALL.epochs(), 64, 0.001, RateFall.COSINE, Normalize.MNIST);
    private static final int MOST_CROPPED = 2; // pixels

    /** What is done to training images. */
    enum Augmentation {
        NONE,
        CROP
    }

    /** Which pooling layers there are. */
    enum Pools {
        MAX,
        NONE
    }

    @Option(
            names = "--fraction",
            paramLabel = "SHARE",
            description = "Of the 60,000 training images: 1/16, 1/8, 1/4, 1/2 or 1 (default; all but the 5,000 for"
                    + " validation).")
    private Fraction fraction = Fraction.ALL;

    @Option(names = "--dropout", paramLabel = "SHARE", description = "Dropped before the last layer. Default: 0.5.")
    private double dropout = 0.5;

    @Option(
            names = "--augment",
            paramLabel = "HOW",
            description = "none (default), or crop: training images are moved by up to two pixels.")
    private Augmentation augmentation = Augmentation.NONE;

    @Option(names = "--pools", paramLabel = "KIND", description = "max (default), or none: no pooling, slow.")
    private Pools pools = Pools.MAX;

    /** Creates the experiment. */
    public MnistCnn() {
        super("mnist-cnn", "report B: the best CNN on MNIST, or on 1/16 to 1/2 of it");
    }

    @Override
    CnnSetup setup() {
        if (!(dropout >= 0 && dropout < 1)) {
            throw new UserError("--dropout " + dropout + ": give a number from 0 to below 1");
        }
        CnnSetup setup = CnnSetup.of(
                        ReportNetworks.bMnist(dropout, pools == Pools.MAX),
                        RECIPE.withEpochs(epochs(fraction.epochs())))
                .withOption("--fraction", fraction)
                .withOption("--dropout", dropout)
                .withOption("--augment", Words.of(augmentation))
                .withOption("--pools", Words.of(pools));
        return augmentation == Augmentation.CROP ? setup.augmented(new RandomShift(MOST_CROPPED)) : setup;
    }

    @Override
    int samples() {
        return fraction.of(MnistSplit.TRAINING);
    }

    @Override
    DataParts data() {
        return MnistSplit.read(common().data(), common().seed(), fraction);
    }

    /** Takes the training figures of the report's table, which are of all images, also those that did not train. */
    @Override
    void afterwards(RunSpec run, RunResult result, Terminal terminal) {
        new FurtherFigures(run, terminal)
                .on("test images", run.test())
                .on("images trained on", run.training())
                .on("all training images", common().data().train(DataCatalog.MNIST))
                .write(result.folder());
    }
}
