package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import io.gradlab.nn.tensor.Seed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the analyses can be told. */
final class AnalysisOptions {
    /** Which samples a gallery shows. */
    enum Show {
        ALL,
        RIGHT,
        WRONG
    }

    @Option(names = "--image", paramLabel = "N", description = "Number of the test image to look at. Default: 0.")
    private int image;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "Layer whose outputs are the embedding. Default: the last dense layer but one.")
    private @Nullable String layer;

    @Option(names = "--class", paramLabel = "NAME", description = "Show samples of this class only.")
    private @Nullable String className;

    @Option(
            names = "--show",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "Show samples that are classified right or wrong, or all (default).")
    private Show show = Show.ALL;

    @Option(
            names = "--kernels",
            paramLabel = "N",
            split = ",",
            description = "Numbers of the first layer's kernels to show, with commas. Default: the first ones.")
    private List<Integer> kernels = List.of();

    @Option(names = "--count", paramLabel = "N", description = "How many images a gallery shows. Default: 20.")
    private int count = 20;

    @Option(names = "--beside", paramLabel = "DIR", description = "A second run, to show beside the first.")
    private @Nullable Path beside;

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            arity = "1..*",
            description = "Runs to compare: their folders, or folders that hold them.")
    private @Nullable List<Path> runs;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "How many test samples t-SNE takes. Default: all, 10,000 at most.")
    private int points = 10_000;

    @Option(names = "--seed", paramLabel = "S", description = "Where an analysis's randomness comes from. Default: 1.")
    private long seed = 1;

    @Option(names = "--threads", paramLabel = "T", description = "Threads to compute with. Default: all cores.")
    private @Nullable Integer threads;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the data sets; see `gradlab data list`.")
    private @Nullable Path data;

    int image() {
        return image;
    }

    Optional<String> layer() {
        return Optional.ofNullable(layer);
    }

    Optional<String> className() {
        return Optional.ofNullable(className);
    }

    /** Returns the kernels that are asked for; empty for the first ones. */
    List<Integer> kernels() {
        return kernels;
    }

    Show show() {
        return show;
    }

    int count() {
        return atLeastOne("--count", count);
    }

    Optional<Path> beside() {
        return Optional.ofNullable(beside);
    }

    Optional<List<Path>> runs() {
        return Optional.ofNullable(runs);
    }

    int points() {
        return atLeastOne("--points", points);
    }

    Seed seed() {
        return new Seed(seed);
    }

    Optional<Integer> threads() {
        return Optional.ofNullable(threads).map(number -> atLeastOne("--threads", number));
    }

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    private static int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new UserError(option + " " + value + ": give a number of at least 1");
        }
        return value;
    }
}
