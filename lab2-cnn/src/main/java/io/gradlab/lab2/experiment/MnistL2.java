package io.gradlab.lab2.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Adam;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report C: the network on MNIST, with and without an L2 penalty.
 *
 * <p>Published test accuracies: 98.96 % (8,000 iterations of batch 500, no penalty), 99.265 (λ = 1e-3, 7 epochs of batch 5),
 * 99.02 (3×3 kernels), 98.95 % (3×3, twice the filters).
 */
@Command(name = "mnist-l2", description = "Train report C's network on MNIST, with an L2 penalty (report C).")
public final class MnistL2 extends CnnExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(8, 100, 0.001, RateFall.COSINE, Transform.NONE);

    /** Where the penalty goes. */
    enum Mode {
        /** Into the gradient, as it should. */
        GRADIENT,
        /** Into the loss that is shown, and nowhere else. */
        LOSS_ONLY;

        /** Returns it as written in commands. */
        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    /** The weights at the start. */
    enum Start {
        HE,
        TRUNCATED
    }

    @Option(names = "--kernel", paramLabel = "SIDE", description = "Of both convolutions: 5 (default) or 3.")
    private int kernel = 5;

    @Option(names = "--filters", paramLabel = "N", description = "Of the first convolution: 32 (default) or 64.")
    private int filters = 32;

    @Option(names = "--l2", paramLabel = "X", description = "λ of the penalty λ/2 · Σw² over weights. Default: 0.")
    private double l2;

    @Option(
            names = "--l2-mode",
            paramLabel = "WHERE",
            description = "gradient (default), or loss-only, the report's mistake: the penalty is shown and trains"
                    + " nothing.")
    private Mode mode = Mode.GRADIENT;

    @Option(
            names = "--init",
            paramLabel = "HOW",
            description = "he (default), or truncated: a normal of deviation 0.1 cut at two of them, biases 0.1.")
    private Start start = Start.HE;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Instead of --epochs: steps to train at least, rounded up to whole epochs.")
    private @Nullable Integer iterations;

    /** Creates the experiment. */
    public MnistL2() {
        super("mnist-l2", "report C: the CNN on MNIST, with and without an L2 penalty");
    }

    @Override
    CnnSetup setup() {
        if (kernel != 3 && kernel != 5) {
            throw new UserError("--kernel " + kernel + ": give 5 or 3");
        }
        if (filters != 32 && filters != 64) {
            throw new UserError("--filters " + filters + ": give 32 or 64");
        }
        Penalty.require(l2);
        CnnSetup setup = CnnSetup.of(ReportNetworks.cMnist(kernel, filters), RECIPE.withEpochs(epochs()));
        if (start == Start.TRUNCATED) {
            setup = setup.withMaker(TruncatedStart.of(setup.maker()));
        }
        boolean gradient = mode == Mode.GRADIENT;
        return setup.withOptimizer(() -> new Adam(gradient ? l2 : 0))
                .withLoss(network -> gradient ? new CrossEntropy() : new Penalty(new CrossEntropy(), l2, network))
                .withOption("--kernel", kernel)
                .withOption("--filters", filters)
                .withOption("--l2", l2)
                .withOption("--l2-mode", mode)
                .withOption("--init", Words.of(start));
    }

    private int epochs() {
        if (iterations == null) {
            return epochs(RECIPE.epochs());
        }
        if (iterations < 1) {
            throw new UserError("--iterations " + iterations + ": give a number of at least 1");
        }
        int samples = Math.min(samples(), common().limit());
        int steps = (samples + common().batch(RECIPE.batch()) - 1) / common().batch(RECIPE.batch());
        return (iterations + steps - 1) / steps;
    }

    @Override
    int samples() {
        return MnistSplit.TRAINING;
    }

    @Override
    DataParts data() {
        return MnistSplit.read(common().data(), common().seed(), Fraction.ALL);
    }
}
