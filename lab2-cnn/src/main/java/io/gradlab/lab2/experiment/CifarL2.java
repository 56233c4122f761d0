package io.gradlab.lab2.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.RandomFlip;
import io.gradlab.nn.data.RandomGrayscale;
import io.gradlab.nn.data.RandomShift;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.optim.Adam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report C: the network on CIFAR-10, with and without an L2 penalty, with SELU, with average pooling.
 *
 * <p>Published test accuracies: 79.01 % without penalty, 78.08 with λ = 1e-3, 62.77 with 1e-2; with 1e-3, SELU 76, average
 * pooling and a first kernel of 5×5 79.64 %.
 */
@Command(name = "cifar-l2", description = "Train report C's network on CIFAR-10, with an L2 penalty (report C).")
public final class CifarL2 extends CifarExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(14, 64, 0.001, RateFall.COSINE, HALVES);
    private static final double GRAYSCALE = 0.1;

    private static final int MOST_SHIFTED = 4; // pixels

    /** What is done to training images. */
    enum Augmentation {
        REPORT,
        SHIFTED
    }

    /** The activation of the convolutional part. */
    enum Rectifier {
        RELU,
        SELU
    }

    /** The kind of pooling. */
    enum Pool {
        MAX,
        AVG
    }

    @Option(names = "--l2", paramLabel = "X", description = "λ of the penalty λ/2 · Σw² over weights. Default: 0.")
    private double l2;

    @Option(names = "--first-kernel", paramLabel = "SIDE", description = "Of the first convolution: 3 (default) or 5.")
    private int firstKernel = 3;

    @Option(
            names = "--activation",
            paramLabel = "KIND",
            description = "Of the convolutional part: relu (default) or selu.")
    private Rectifier activation = Rectifier.RELU;

    @Option(names = "--pool", paramLabel = "KIND", description = "max (default) or avg.")
    private Pool pool = Pool.MAX;

    @Option(
            names = "--augment",
            paramLabel = "HOW",
            description = "report (default): mirrored and turned gray at random, as published; shifted: moved by up to"
                    + " four pixels besides.")
    private Augmentation augmentation = Augmentation.REPORT;

    /** Creates the experiment. */
    public CifarL2() {
        super("cifar-l2", "report C: the CNN on CIFAR-10, with and without an L2 penalty");
    }

    @Override
    CnnSetup setup() {
        if (firstKernel != 3 && firstKernel != 5) {
            throw new UserError("--first-kernel " + firstKernel + ": give 3 or 5");
        }
        Penalty.require(l2);
        Transform published = new RandomFlip().then(new RandomGrayscale(GRAYSCALE));
        String pooling = Words.of(pool) + "pool";
        return CnnSetup.of(
                        ReportNetworks.cCifar10(firstKernel, Words.of(activation), pooling),
                        RECIPE.withEpochs(epochs(RECIPE.epochs())))
                .withOptimizer(() -> new Adam(l2))
                .augmented(
                        augmentation == Augmentation.REPORT ? published : published.then(new RandomShift(MOST_SHIFTED)))
                .inBothModes()
                .withOption("--l2", l2)
                .withOption("--first-kernel", firstKernel)
                .withOption("--activation", Words.of(activation))
                .withOption("--pool", Words.of(pool))
                .withOption("--augment", Words.of(augmentation))
                .withOption("--holdout", holdout());
    }
}
