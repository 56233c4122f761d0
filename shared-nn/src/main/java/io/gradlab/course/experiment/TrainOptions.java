package io.gradlab.course.experiment;

import io.gradlab.cli.BackendOptions;
import io.gradlab.cli.UserError;
import io.gradlab.course.Variant;
import io.gradlab.nn.data.DataFolder;
import io.gradlab.nn.data.Subset;
import io.gradlab.nn.kernel.Backend;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.kernel.Precision;
import io.gradlab.nn.kernel.cpu.CpuProvider;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every experiment takes. */
public final class TrainOptions {
    private static final String DEFAULTS_TO_RECIPE = " Default: the experiment's own.";

    @Option(
            names = "--with",
            paramLabel = "WHOSE",
            defaultValue = "core",
            description = "Whose layers: mine, solutions or core (the engine, default).")
    Variant with = Variant.CORE;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets; see `gradlab data list`.")
    @Nullable
    Path data;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training data." + DEFAULTS_TO_RECIPE)
    @Nullable
    Integer epochs;

    @Option(names = "--lr", paramLabel = "X", description = "Learning rate." + DEFAULTS_TO_RECIPE)
    @Nullable
    Double learningRate;

    @Option(names = "--batch", paramLabel = "N", description = "Samples in a mini-batch." + DEFAULTS_TO_RECIPE)
    @Nullable
    Integer batch;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Where all randomness comes from. Default: 1.")
    long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    @Nullable
    Integer threads;

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N training samples.")
    @Nullable
    Integer limit;

    @Option(names = "--quick", description = "A short version of the experiment, a few minutes at most.")
    boolean quick;

    @Option(
            names = "--exact",
            description =
                    "Compute convolutions by the direct method alone: slower, and without the small rounding errors"
                            + " of the fast one.")
    boolean exact;

    @Option(
            names = "--backend",
            paramLabel = "WHERE",
            description = "Where to train: cpu (default), cuda (an NVIDIA GPU), or auto (a GPU if there is one).")
    Backend backend = Backend.CPU;

    @Option(
            names = "--precision",
            paramLabel = "P",
            description = "How a GPU multiplies: fp32 (default), or tf32 (faster, 11 bits of each factor).")
    @Nullable
    Precision precision;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go. Default: out/EXPERIMENT.")
    @Nullable
    Path out;

    @Option(names = "--resume", description = "Go on from the checkpoint in --out; give the same options as before.")
    boolean resume;

    @Option(
            names = "--tensorboard",
            paramLabel = "DIR",
            description =
                    "Write event files for TensorBoard: `tensorboard --logdir DIR` shows the run while it trains.")
    @Nullable
    Path tensorBoard;

    @Option(names = "--live", description = "Show the curves in a window while training.")
    boolean live;

    /** Returns whose implementation to train with. */
    public Variant with() {
        return with;
    }

    /** Returns the data folder. */
    public DataFolder data() {
        return DataFolder.resolve(data);
    }

    /** Returns how many epochs, or the recipe's number. */
    public int epochs(int recipe) {
        return atLeastOne("--epochs", epochs, recipe);
    }

    /** Returns the batch size, or the recipe's. */
    public int batch(int recipe) {
        return atLeastOne("--batch", batch, recipe);
    }

    /** Returns the learning rate, or the recipe's. */
    public double learningRate(double recipe) {
        if (learningRate == null) {
            return recipe;
        }
        if (!(learningRate >= 0) || Double.isInfinite(learningRate)) {
            throw new UserError("--lr " + learningRate + ": a learning rate is a number of at least 0, say 0.1");
        }
        return learningRate;
    }

    /** Returns whether a learning rate is given. */
    public boolean hasLearningRate() {
        return learningRate != null;
    }

    /** Returns how many training samples to use at most. */
    public int limit() {
        return atLeastOne("--limit", limit, Integer.MAX_VALUE);
    }

    /** Returns the same parts, with no more training samples than {@code --limit} says. */
    public DataParts limited(DataParts data) {
        return new DataParts(
                data.name(), data.testSet(), Subset.first(data.training(), limit()), data.validation(), data.test());
    }

    /** Returns the seed. */
    public Seed seed() {
        return new Seed(seed);
    }

    /** Returns whether the short version is asked for. */
    public boolean quick() {
        return quick;
    }

    /** Returns whether to go on from a checkpoint. */
    public boolean resume() {
        return resume;
    }

    /** Returns the folder for the results. */
    public Path out(String experiment) {
        return out != null ? out : Path.of("out", experiment);
    }

    /** Returns where the runs of an experiment are shown besides the terminal. */
    public Views views(String experiment) {
        return new Views(Optional.ofNullable(tensorBoard), out(experiment), live);
    }

    /** Makes the kernels use as many threads, and the methods, that are asked for. */
    public void applyToKernels() {
        if (exact) {
            System.setProperty(CpuProvider.EXACT_PROPERTY, "true");
        }
        if (exact || threads != null) {
            KernelRegistry.useThreads(atLeastOne("--threads", threads, KernelRegistry.threads()));
        }
        requireEngine("--with " + with.label(), with == Variant.CORE);
        BackendOptions.choose(backend, precision);
    }

    /** Makes sure that a training on a GPU uses the engine's layers alone; {@code option} is what asks for others. */
    public void requireEngine(String option, boolean engine) {
        if (!engine && backend != Backend.CPU) {
            throw new UserError("--backend " + backend + " trains the engine's layers, and " + option
                    + " brings others; leave one of the two out");
        }
    }

    /** Adds to a run's options what its numbers depend on besides, if it trains on a GPU. */
    public void addDevice(Map<String, String> options) {
        if (KernelRegistry.training().device() == Device.CUDA) {
            options.put("--backend", Backend.CUDA.toString());
            options.put("--precision", KernelRegistry.precision().label());
        }
    }

    /** Returns whether to let the host's kernels get warm before a long training. */
    public boolean rehearses() {
        return with == Variant.CORE && KernelRegistry.training().device() == Device.CPU;
    }

    /** Returns whether every convolution is to be computed by the direct method. */
    public boolean exact() {
        return exact;
    }

    private static int atLeastOne(String option, @Nullable Integer value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (value < 1) {
            throw new UserError(option + " " + value + ": give a number of at least 1");
        }
        return value;
    }
}
