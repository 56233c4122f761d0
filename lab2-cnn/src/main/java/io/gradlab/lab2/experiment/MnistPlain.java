package io.gradlab.lab2.experiment;

import io.gradlab.course.experiment.DataParts;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Normalize;
import io.gradlab.nn.data.Transform;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report B: the plain network on MNIST, with and without normalized pixels.
 *
 * <p>Published test accuracies: 97.4 % without, 97.5 % with normalization.
 */
@Command(name = "mnist-plain", description = "Train the plain convolutional network on MNIST (report B).")
public final class MnistPlain extends CnnExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(6, 64, 0.001, RateFall.COSINE, Transform.NONE);

    /** Whether a step is taken. */
    enum Switch {
        ON,
        OFF
    }

    @Option(
            names = "--normalize",
            paramLabel = "on|off",
            description = "Whether the pixels get mean 0 and deviation 1: on (default) or off.")
    private Switch normalize = Switch.ON;

    /** Creates the experiment. */
    public MnistPlain() {
        super("mnist-plain", "report B: the plain CNN on MNIST, with and without normalized pixels");
    }

    @Override
    CnnSetup setup() {
        Transform scaling = normalize == Switch.ON ? Normalize.MNIST : Transform.NONE;
        return CnnSetup.of(
                        ReportNetworks.B_MNIST_PLAIN,
                        RECIPE.withEpochs(epochs(RECIPE.epochs())).scaledBy(scaling))
                .withOption("--normalize", Words.of(normalize));
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
