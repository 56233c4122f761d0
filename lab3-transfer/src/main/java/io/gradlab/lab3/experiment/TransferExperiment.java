package io.gradlab.lab3.experiment;

import io.gradlab.cli.Terminal;
import io.gradlab.course.experiment.DataParts;
import io.gradlab.course.experiment.Experiment;
import io.gradlab.course.experiment.Run;
import io.gradlab.course.experiment.RunResult;
import io.gradlab.course.experiment.RunSpec;
import io.gradlab.course.experiment.TrainOptions;
import io.gradlab.lab3.features.Backbone;
import io.gradlab.lab3.features.FeatureCache;
import io.gradlab.lab3.features.Preparation;
import io.gradlab.lab3.features.TransferNetwork;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Split;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.train.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A transfer from a pretrained network: it says which network and which images; this class caches the features, trains what
 * stands on them, and draws. A fifth of the training images, drawn by the seed, chooses the epoch.
 */
abstract class TransferExperiment implements Experiment {
    private static final int BATCH = 100;
    private static final double RATE = 1e-3;
    private static final int VALIDATION_SHARE = 5;
    private static final int QUICK_EPOCHS = 3;
    private static final int CLASSES = 10;

    private final String name;
    private final String summary;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final TransferOptions options = new TransferOptions();

    TransferExperiment(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String lab() {
        return "lab3";
    }

    @Override
    public final String summary() {
        return summary;
    }

    /** Returns the network to start from, for images of {@link #size}. */
    abstract Backbone backbone();

    /** Returns rows and columns of the images. */
    abstract int size();

    /** Reads the images. */
    abstract TransferData data(Terminal terminal);

    /** Returns the experiment's own options, as they are recorded. */
    abstract SequencedMap<String, String> ownOptions();

    /** Returns how many training images are used at most. */
    int images() {
        return Integer.MAX_VALUE;
    }

    final TransferOptions options() {
        return options;
    }

    final TrainOptions common() {
        return options.common();
    }

    @Override
    public final Integer call() {
        common().applyToKernels();
        Terminal terminal = Terminal.of(spec.commandLine().getOut());
        Backbone backbone = backbone();
        boolean dense = backbone.dense().isPresent();
        TransferNetwork network =
                TransferNetwork.of(backbone, options.unfreeze(), options.head(dense), CLASSES, common().seed());
        if (network.cachesDropout()) {
            say(terminal, "The first two dense layers are frozen and cached, so their dropout is inactive.");
        }
        say(terminal, "Starting from " + backbone.label() + ".");
        DataParts parts = parts(network, backbone, terminal);
        network.fitScaling(parts.training());
        RunSpec run = spec(backbone, network, parts);
        RunResult result = Run.execute(run, terminal, "", common().views(name));
        result.confusion().ifPresent(confusion -> new TransferReport(run, result, confusion).write(terminal));
        return result.exitCode();
    }

    private DataParts parts(TransferNetwork network, Backbone backbone, Terminal terminal) {
        TransferData data = data(terminal);
        FeatureCache cache = new FeatureCache(options.cache(), line -> say(terminal, line));
        Preparation preparation = new Preparation(size(), options.recipe().cropped(), backbone.convention());
        Dataset all = cache.of(network.frozen(), preparation, data.all(), "training images");
        Dataset test = cache.of(network.frozen(), preparation, data.test(), "test images");
        int validation = all.size() / VALIDATION_SHARE;
        int[][] parts = Split.shuffledParts(
                all.size(), common().seed(), "transfer validation", validation, all.size() - validation);
        Dataset training = Subset.first(new Subset(all, parts[1]), images());
        return common().limited(new DataParts(data.name(), training, new Subset(all, parts[0]), test));
    }

    private RunSpec spec(Backbone backbone, TransferNetwork network, DataParts parts) {
        TransferRecipe recipe = options.recipe();
        int few = parts.training().size();
        boolean small = few < 20 * BATCH;
        int epochs = common().epochs(common().quick() ? QUICK_EPOCHS : (small ? 2 : 1) * recipe.epochs());
        int batch = common().batch(Math.clamp(few / 10, 10, BATCH));
        double rate = common().learningRate(RATE);
        TrainingPlan plan = new TrainingPlan(
                epochs,
                batch,
                recipe.schedule(rate, epochs),
                common().seed(),
                Transform.NONE,
                Transform.NONE,
                options.patience());
        SequencedMap<String, String> recorded = new LinkedHashMap<>(ownOptions());
        recorded.putAll(options.recorded(backbone.dense().isPresent(), size(), backbone.blocks()));
        recorded.put("--lr", Double.toString(rate));
        recorded.put("--batch", Integer.toString(batch));
        recorded.put("--epochs", Integer.toString(epochs));
        recorded.put("--seed", Long.toString(common().seed().value()));
        recorded.put("--limit", Integer.toString(few));
        return new RunSpec(
                name,
                recorded,
                backbone.label() + "; frozen: " + network.frozen(),
                network.trained(),
                new CrossEntropy(),
                new TwoRates(rate == 0 ? 1 : options.fineRate() / rate),
                plan,
                parts,
                List.of(),
                common().out(name),
                common().resume());
    }

    private static void say(Terminal terminal, String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
