package io.gradlab.lab2.experiment;

import io.gradlab.course.experiment.DataParts;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Normalize;
import picocli.CommandLine.Command;

/** A multi-layer perceptron on MNIST, beside report D's convolutional network; its sizes and training are our choice. */
@Command(
        name = "mnist-mlp",
        description = "Train a multi-layer perceptron on MNIST, to compare report D's network with.")
public final class MnistMlp extends CnnExperiment {
    private static final CnnRecipe RECIPE = new CnnRecipe(20, 100, 0.001, RateFall.COSINE, Normalize.MNIST);

    /** Creates the experiment. */
    public MnistMlp() {
        super("mnist-mlp", "beside report D: fully connected layers only, on MNIST");
    }

    @Override
    CnnSetup setup() {
        return CnnSetup.of(ReportNetworks.MLP_MNIST, RECIPE.withEpochs(epochs(RECIPE.epochs())));
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
