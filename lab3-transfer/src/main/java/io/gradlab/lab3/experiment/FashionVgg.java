package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.cli.UserError;
import io.gradlab.lab3.features.Backbone;
import io.gradlab.lab3.features.Backbones;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.lab3.weights.WeightFolder;
import io.gradlab.nn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report F: VGG pretrained on ImageNet, its convolutions frozen, on Fashion-MNIST. Published, with VGG-16 and images of
 * 224×224: 91.64 % of the test images.
 */
@Command(
        name = "fashion-vgg",
        description = {
            "Transfer VGG from ImageNet to Fashion-MNIST (report F).",
            "Needs weights: `./gradlab weights get vgg16`, or a file with whole blocks of convolutions; fashion-vgg-small needs"
                    + " none."
        })
public final class FashionVgg extends TransferExperiment {
    private static final int CLASSES = 10;
    private static final int SIZE = 64;
    private static final int SMALLEST = 32;

    @Option(
            names = "--weights",
            paramLabel = "FILE|NAME",
            description = "A .safetensors or .pth file, or a name of `gradlab weights list`. Default: vgg16.")
    private String weights = "vgg16";

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            description = "How the weights want images, where the file does not say: torchvision or caffe.")
    private @Nullable String convention;

    /** Creates the experiment. */
    public FashionVgg() {
        super("fashion-vgg", "report F: VGG from ImageNet on Fashion-MNIST, frozen convolutions");
    }

    @Override
    int size() {
        int size = options().size(SIZE);
        if (size < SMALLEST) {
            throw new UserError("--size " + size + ": VGG takes images of at least " + SMALLEST + " pixels a side");
        }
        return size;
    }

    @Override
    Backbone backbone() {
        try (WeightFile file = WeightFile.open(
                new WeightFolder(common().data().root().resolve("weights")).find(weights),
                convention == null ? null : Convention.of(convention))) {
            return Backbones.vgg(
                    file, Shape.of(3, size(), size()), CLASSES, options().blocks(0), common().seed());
        }
    }

    @Override
    TransferData data(Terminal terminal) {
        return TransferData.fashion(common().data());
    }

    @Override
    SequencedMap<String, String> ownOptions() {
        SequencedMap<String, String> own = new LinkedHashMap<>();
        own.put("--weights", weights);
        if (convention != null) {
            own.put("--convention", convention);
        }
        return own;
    }
}
