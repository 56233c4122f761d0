package io.gradlab.lab3.experiment;

import io.gradlab.cli.UserError;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab3.features.Head;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every transfer can be told beside the common options. */
final class TransferOptions {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 512;
    private static final double FINE_RATE = 1e-4;

    /** What of the head learns. */
    enum TrainHead {
        ALL,
        LAST;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final TrainOptions common = new TrainOptions();

    @Option(
            names = "--recipe",
            paramLabel = "HOW",
            description =
                    "published: resized to 8/7 and cropped, Adam at 0.001, 10 epochs; best (default): whole images,"
                            + " the rate falling as a cosine, 20 epochs, early stopping.")
    private TransferRecipe recipe = TransferRecipe.BEST;

    @Option(
            names = "--train-head",
            paramLabel = "WHAT",
            description = "all: every dense layer; last: the last one alone. Default: last where the weights have dense"
                    + " layers (their output is cached, so the dropout before it is inactive), else all.")
    private @Nullable TrainHead trainHead;

    @Option(names = "--unfreeze", paramLabel = "N", description = "Train the last N blocks of convolutions as well.")
    private int unfreeze;

    @Option(
            names = "--fine-lr",
            paramLabel = "X",
            description = "Learning rate of unfrozen pretrained layers. Default: 0.0001.")
    private double fineRate = FINE_RATE;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Rows and columns of what the network is shown. Published: 224; the default is smaller, for time.")
    private @Nullable Integer size;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "Take the first N blocks only. Default: all there are; of the built-in weights 3.")
    private @Nullable Integer blocks;

    @Option(names = "--hidden", paramLabel = "N", description = "Units of our own head's hidden layer. Default: 256.")
    private int hidden = 256;

    @Option(
            names = "--dropout",
            paramLabel = "X",
            description = "Share that our own head drops. Default: 0.3 (best), 0.5 (published).")
    private @Nullable Double dropout;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after N epochs without a better validation accuracy; 0: never. Default: the recipe's.")
    private @Nullable Integer patience;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where computed features are kept, for later runs too. Default: out/features.")
    private Path cache = Path.of("out", "features");

    TrainOptions common() {
        return common;
    }

    TransferRecipe recipe() {
        return recipe;
    }

    Path cache() {
        return cache;
    }

    /** Returns whether the last layer alone is to learn. */
    boolean lastOnly(boolean hasDense) {
        return trainHead == null ? hasDense : trainHead == TrainHead.LAST;
    }

    int unfreeze() {
        return unfreeze;
    }

    double fineRate() {
        if (!(fineRate >= 0) || Double.isInfinite(fineRate)) {
            throw new UserError("--fine-lr " + fineRate + ": a learning rate is a number of at least 0, say 0.0001");
        }
        return fineRate;
    }

    int size(int usual) {
        int chosen = size == null ? usual : size;
        if (chosen < SMALLEST || chosen > LARGEST) {
            throw new UserError("--size " + chosen + ": give " + SMALLEST + " to " + LARGEST + " pixels");
        }
        return chosen;
    }

    int blocks(int usual) {
        if (blocks != null && blocks < 1) {
            throw new UserError("--blocks " + blocks + ": give a number of at least 1");
        }
        return blocks == null ? usual : blocks;
    }

    int patience() {
        int chosen = patience == null ? recipe.patience() : patience;
        if (chosen < 0) {
            throw new UserError("--patience " + chosen + ": give a number of epochs, or 0");
        }
        return chosen;
    }

    Head head(boolean hasDense) {
        double share = dropout == null ? recipe.dropout() : dropout;
        if (!(share >= 0 && share < 1)) {
            throw new UserError("--dropout " + share + ": give a share of at least 0 and below 1");
        }
        if (hidden < 1) {
            throw new UserError("--hidden " + hidden + ": give a number of at least 1");
        }
        return new Head(lastOnly(hasDense), hidden, share);
    }

    /** Returns what a run's numbers depend on, of these options. */
    SequencedMap<String, String> recorded(boolean hasDense, int size, int blocks) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--recipe", recipe.toString());
        options.put("--train-head", lastOnly(hasDense) ? "last" : "all");
        options.put("--unfreeze", Integer.toString(unfreeze));
        if (unfreeze > 0) {
            options.put("--fine-lr", Double.toString(fineRate()));
        }
        options.put("--size", Integer.toString(size));
        options.put("--blocks", Integer.toString(blocks));
        if (!hasDense) {
            Head head = head(false);
            options.put("--hidden", Integer.toString(head.hidden()));
            options.put("--dropout", Double.toString(head.dropout()));
        }
        options.put("--patience", Integer.toString(patience()));
        options.put("--exact", Boolean.toString(common.exact()));
        common.addDevice(options);
        return options;
    }
}
