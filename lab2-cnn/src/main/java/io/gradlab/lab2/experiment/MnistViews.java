package io.gradlab.lab2.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.lab2.model.ReportNetworks;
import io.gradlab.nn.data.Normalize;
import io.gradlab.nn.loss.CrossEntropy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Report D: a network on MNIST whose softmax is applied twice, or once.
 *
 * <p>Published: 98.76 % after epoch 10, 99.20 after 50, best 99.28 at epoch 26, all on the test set and without switching
 * dropout off; training loss 1.4634 at the end.
 */
@Command(name = "mnist-views", description = "Train the network whose layers report D looks into, on MNIST (report D).")
public final class MnistViews extends CnnExperiment {
    private static final Normalize HALVES = new Normalize(new float[] {0.5f}, new float[] {0.5f});
    private static final CnnRecipe RECIPE = new CnnRecipe(50, 100, 1e-4, RateFall.CONSTANT, HALVES);

    /** What the loss takes. */
    enum Softmax {
        /** Probabilities, to which it applies softmax again. */
        DOUBLE_SOFTMAX,
        /** Logits, as it should. */
        LOGITS;

        /** Returns it as written in commands. */
        @Override
        public String toString() {
            return Words.of(this);
        }
    }

    @Option(
            names = "--loss",
            paramLabel = "OF",
            description = "double-softmax (default, the report's mistake) or logits.")
    private Softmax loss = Softmax.DOUBLE_SOFTMAX;

    /** Creates the experiment. */
    public MnistViews() {
        super("mnist-views", "report D: the CNN on MNIST with softmax applied twice, or once");
    }

    @Override
    CnnSetup setup() {
        boolean twice = loss == Softmax.DOUBLE_SOFTMAX;
        return CnnSetup.of(ReportNetworks.D_MNIST, RECIPE.withEpochs(epochs(RECIPE.epochs())))
                .withLoss(network -> twice ? new DoubleSoftmax() : new CrossEntropy())
                .inBothModes()
                .withOption("--loss", loss);
    }

    @Override
    int samples() {
        return MnistSplit.TRAINING;
    }

    @Override
    DataParts data() {
        return MnistSplit.read(common().data(), common().seed(), Fraction.ALL);
    }

    /** Takes the test figures as the report's program does, too, which never leaves training mode. */
    @Override
    void afterwards(RunSpec run, RunResult result, Terminal terminal) {
        new FurtherFigures(run, terminal)
                .on("test images", run.test())
                .inTrainingMode("test images with dropout left on", run.test())
                .write(result.folder());
    }
}
