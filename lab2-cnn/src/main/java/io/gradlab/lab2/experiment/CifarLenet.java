package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.optim.Adam;
import io.gradlab.nn.optim.Sgd;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report E: LeNet on CIFAR-10, by Adam or SGD, in three variants, on changed images.
 *
 * <p>Published on its validation split: Adam 60.50 %, SGD on changed images from a trained network 52.25, 4×4 kernels 58.74,
 * batch norm and leaky ReLU 59.97 %.
 */
@Command(name = "cifar-lenet", description = "Train LeNet on CIFAR-10, in report E's variants (report E).")
public final class CifarLenet extends CifarExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(15, 32, 0.001, RateFall.COSINE, HALVES);
    private static final double SGD_RATE = 0.01;
    private static final double MOMENTUM = 0.9;
    private static final String NONE = "none"; // as a run's summary has it, which is read again

    /** What changes the weights. */
    enum Kind {
        ADAM,
        SGD
    }

    @Option(names = "--optimizer", paramLabel = "KIND", description = "adam (default), or sgd with momentum 0.9.")
    private Kind optimizer = Kind.ADAM;

    @Option(names = "--kernel", paramLabel = "SIDE", description = "Of both convolutions: 5 (default) or 4.")
    private int kernel = 5;

    @Option(names = "--batch-norm", description = "Batch norm after each convolution.")
    private boolean batchNorm;

    @Option(names = "--leaky-relu", description = "Leaky ReLU of slope 0.01 instead of ReLU.")
    private boolean leaky;

    @Option(
            names = "--fall",
            paramLabel = "HOW",
            description = "The learning rate: cosine (default) falls to 0, constant stays.")
    private RateFall fall = RateFall.COSINE;

    @Option(
            names = "--augment",
            paramLabel = "HOW",
            split = ",",
            description =
                    "Training images: flip, shift, hue, saturation, rotation, several with commas; or none (default).")
    private List<LenetAugmentation> augmentations = List.of();

    @Option(
            names = "--init-from",
            paramLabel = "DIR",
            description = "Begin with the best model of an earlier run of the same network. Default: none.")
    private @Nullable Path initFrom;

    /** Creates the experiment. */
    public CifarLenet() {
        super("cifar-lenet", "report E: LeNet on CIFAR-10, its variants and optimizers");
    }

    @Override
    CnnSetup setup() {
        if (kernel != 5 && kernel != 4) {
            throw new UserError("--kernel " + kernel + ": give 5 or 4");
        }
        boolean adam = optimizer == Kind.ADAM;
        NetworkText network = ReportNetworks.lenet(kernel, batchNorm, leaky ? "leakyrelu 0.01" : "relu");
        CnnRecipe recipe = RECIPE.withEpochs(epochs(RECIPE.epochs()))
                .withRate(adam ? RECIPE.learningRate() : SGD_RATE)
                .falling(fall);
        CnnSetup setup = CnnSetup.of(network, recipe)
                .withOptimizer(() -> adam ? new Adam() : new Sgd(MOMENTUM, 0))
                .inBothModes()
                .withOption("--optimizer", Words.of(optimizer))
                .withOption("--kernel", kernel)
                .withOption("--batch-norm", batchNorm)
                .withOption("--leaky-relu", leaky)
                .withOption("--fall", Words.of(fall))
                .withOption("--augment", names())
                .withOption("--init-from", earlier().map(Path::toString).orElse(NONE))
                .withOption("--holdout", holdout());
        if (!augmentations.isEmpty()) {
            setup = setup.augmented(augmentations.stream()
                    .map(LenetAugmentation::transform)
                    .reduce(Transform::then)
                    .orElse(Transform.NONE));
        }
        CnnSetup fresh = setup;
        return earlier()
                .map(folder -> fresh.withMaker(EarlierModel.of(fresh.maker(), folder)))
                .orElse(fresh);
    }

    private Optional<Path> earlier() {
        return Optional.ofNullable(initFrom).filter(folder -> !folder.toString().equals(NONE));
    }

    private String names() {
        return augmentations.isEmpty()
                ? NONE
                : augmentations.stream().map(LenetAugmentation::toString).collect(Collectors.joining(","));
    }

    /** Takes the validation figures as the report's program does, too, which never leaves training mode. */
    @Override
    void afterwards(RunSpec run, RunResult result, Terminal terminal) {
        new FurtherFigures(run, terminal)
                .on("test images", run.test())
                .inTrainingMode("validation images in training mode", run.validation())
                .write(result.folder());
    }
}
