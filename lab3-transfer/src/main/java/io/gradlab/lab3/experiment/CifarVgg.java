package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab3.vgg.SmallVgg;
import io.gradlab.nn.data.AlternatingFlip;
import io.gradlab.nn.data.Normalize;
import io.gradlab.nn.data.RandomShift;
import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Schedule;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.train.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains the small VGG on CIFAR-10: the recipe of the weights that come with the project. SGD with momentum 0.9 and weight
 * decay 5e-4, the rate rising for a fifth of the training and falling to 0, images mirrored and moved by up to 3 pixels.
 */
@Command(name = "cifar-vgg", description = "Train the small VGG on CIFAR-10: how the built-in weights were made.")
public final class CifarVgg implements Experiment {
    static final Shape IMAGE = Shape.of(3, 32, 32);

    /** ImageNet's, not CIFAR's own, so that the weights share a convention with torchvision's. */
    static final Normalize SCALING =
            new Normalize(new float[] {0.485f, 0.456f, 0.406f}, new float[] {0.229f, 0.224f, 0.225f});

    private static final int CLASSES = 10;
    private static final int EPOCHS = 10;
    private static final int QUICK_EPOCHS = 1;
    private static final int BATCH = 128;
    private static final double RATE = 0.06;
    private static final double PEAK = 0.2; // of the training
    private static final double MOMENTUM = 0.9;
    private static final double DECAY = 5e-4;
    private static final int MOST_SHIFTED = 3; // pixels

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final TrainOptions common = new TrainOptions();

    @Option(
            names = "--holdout",
            paramLabel = "WHAT",
            description = "The test set: official (default where test_batch.bin is there), thousand: its first thousand"
                    + " images, or fifth-batch: the fifth training batch, which then trains nothing.")
    private @Nullable CifarHoldout holdout;

    @Override
    public String name() {
        return "cifar-vgg";
    }

    @Override
    public String lab() {
        return "lab3";
    }

    @Override
    public String summary() {
        return "the small VGG on CIFAR-10: how the built-in weights were made";
    }

    @Override
    public Integer call() {
        common.applyToKernels();
        CifarHoldout test = holdout == null ? CifarHoldout.usual(common.data()) : holdout;
        DataParts data = common.limited(test.read(common.data(), common.seed()));
        int epochs = common.epochs(common.quick() ? QUICK_EPOCHS : EPOCHS);
        double rate = common.learningRate(RATE);
        TrainingPlan plan = new TrainingPlan(
                epochs,
                common.batch(BATCH),
                Schedule.triangle(rate, epochs, PEAK),
                common.seed(),
                new AlternatingFlip().then(RandomShift.reflecting(MOST_SHIFTED)).then(SCALING),
                SCALING);
        RunSpec run = new RunSpec(
                name(),
                options(test, plan, rate, data),
                "",
                SmallVgg.create(IMAGE, CLASSES, Initialization.HE, common.seed()),
                new CrossEntropy(),
                new Sgd(MOMENTUM, DECAY),
                plan,
                data,
                List.of(),
                common.out(name()),
                common.resume());
        return Run.execute(run, Terminal.of(spec.commandLine().getOut()), "", common.views(name()))
                .exitCode();
    }

    private SequencedMap<String, String> options(CifarHoldout test, TrainingPlan plan, double rate, DataParts data) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        options.put("--exact", Boolean.toString(common.exact()));
        common.addDevice(options);
        options.put("--holdout", test.toString());
        options.put("--lr", Double.toString(rate));
        options.put("--batch", Integer.toString(plan.batchSize()));
        options.put("--epochs", Integer.toString(plan.epochs()));
        options.put("--seed", Long.toString(plan.seed().value()));
        options.put("--limit", Integer.toString(data.training().size()));
        return options;
    }
}
