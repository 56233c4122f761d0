package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.lab3.features.Backbone;
import io.gradlab.lab3.features.Backbones;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The built-in small VGG, pretrained on CIFAR-10, on Fashion-MNIST: needs no weights, and without Fashion-MNIST trains on the
 * built-in shapes. With random features in the pretrained ones' place it shows what the pretraining is worth.
 */
@Command(
        name = "fashion-vgg-small",
        description = {
            "Transfer the built-in small VGG from CIFAR-10 to Fashion-MNIST; needs no weights.",
            "Where Fashion-MNIST is not at hand, it trains on the built-in shapes."
        })
public final class FashionVggSmall extends TransferExperiment {
    private static final int SIZE = 32;
    private static final int BLOCKS = 3; // the fourth knows objects, and tells clothes apart worse
    private static final String ALL = "all";

    /** Where the frozen weights come from. */
    enum Features {
        PRETRAINED,
        RANDOM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--features",
            paramLabel = "WHICH",
            description =
                    "pretrained (default), or random: the same network with the weights that training starts from.")
    private Features features = Features.PRETRAINED;

    @Option(
            names = "--images",
            paramLabel = "N",
            description = "Train on N images only, for example 100 or 1000; all (default) are 48,000.")
    private String images = ALL;

    /** Creates the experiment. */
    public FashionVggSmall() {
        super("fashion-vgg-small", "the built-in small VGG from CIFAR-10 on Fashion-MNIST: offline, minutes");
    }

    @Override
    int size() {
        return options().size(SIZE);
    }

    @Override
    int images() {
        if (images.equals(ALL)) {
            return Integer.MAX_VALUE;
        }
        if (!images.matches("\\d{1,7}") || Integer.parseInt(images) < 1) {
            throw new UserError("--images " + images + ": give a number of at least 1, or all");
        }
        return Integer.parseInt(images);
    }

    @Override
    Backbone backbone() {
        return Backbones.small(
                Shape.of(3, size(), size()),
                options().blocks(BLOCKS),
                features == Features.PRETRAINED,
                common().seed());
    }

    @Override
    TransferData data(Terminal terminal) {
        return TransferData.fashionOrShapes(common().data(), terminal.out()::println);
    }

    @Override
    SequencedMap<String, String> ownOptions() {
        SequencedMap<String, String> own = new LinkedHashMap<>();
        own.put("--features", features.toString());
        own.put("--images", images);
        return own;
    }
}
