package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Normalize;
import io.gradlab.nn.data.RandomFlip;
import io.gradlab.nn.data.RandomShift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report E: the deep network on CIFAR-10.
 *
 * <p>Published: 77.63 % on its validation split at epoch 14, 78.54 % on its test set.
 */
@Command(name = "cifar-deep", description = "Train report E's deep network on CIFAR-10 (report E).")
public final class CifarDeep extends CifarExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(15, 64, 0.001, RateFall.COSINE, Normalize.CIFAR_10);
    private static final int MOST_SHIFTED = 4; // pixels

    /** What is done to training images. */
    enum Augmentation {
        NONE,
        FLIP_SHIFT;

        /** Returns it as written in commands. */
        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    @Option(
            names = "--augment",
            paramLabel = "HOW",
            description = "flip-shift (default): mirrored, and moved by up to four pixels, at random; or none.")
    private Augmentation augmentation = Augmentation.FLIP_SHIFT;

    /** Creates the experiment. */
    public CifarDeep() {
        super("cifar-deep", "report E: six convolutions on CIFAR-10");
    }

    @Override
    CnnSetup setup() {
        CnnSetup setup = CnnSetup.of(ReportNetworks.DEEP, RECIPE.withEpochs(epochs(RECIPE.epochs())))
                .inBothModes()
                .withOption("--augment", augmentation)
                .withOption("--holdout", holdout());
        return augmentation == Augmentation.NONE
                ? setup
                : setup.augmented(new RandomFlip().then(new RandomShift(MOST_SHIFTED)));
    }

    /** Takes the figures as the report's program does, too, which never leaves training mode. */
    @Override
    void afterwards(RunSpec run, RunResult result, Terminal terminal) {
        new FurtherFigures(run, terminal)
                .on("test images", run.test())
                .inTrainingMode("validation images in training mode", run.validation())
                .write(result.folder());
    }
}
