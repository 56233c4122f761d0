package io.gradlab.lab2.analysis;

import io.gradlab.cli.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The analyses that there are. */
final class Analyses {
    private static final String ALL = "all";

    /** In the order of the report. */
    static final List<Analysis> LIST = List.of(
            Analysis.ofOne("curves", "loss and accuracy by epoch", TrainingCurves::of),
            Analysis.ofOne("confusion", "true against predicted class, with counts", ClassResults::confusion),
            Analysis.ofOne("classes", "accuracy of each class", ClassResults::accuracy),
            Analysis.ofOne("mistakes", "misclassified test images, the surest first", SampleGalleries::mistakes),
            Analysis.ofOne("samples", "test images with their labels (--class, --show)", SampleGalleries::samples),
            Analysis.ofOne("augmentation", "training images before and after", SampleGalleries::augmentation),
            Analysis.ofOne("kernels", "the first convolution's kernels", FirstKernels::of),
            Analysis.ofOne(
                    "activations", "convolutions' and pools' outputs for a test image (--image)", LayerActivations::of),
            Analysis.ofOne("weights", "histograms of weights and biases (--beside)", WeightHistograms::of),
            Analysis.ofOne("neighbours", "nearest test images by a layer's outputs (--layer)", Neighbours::of),
            Analysis.ofOne("tsne", "a layer's outputs in the plane (--layer, --points, --seed)", EmbeddingMap::of),
            Analysis.ofOne(
                    "pairs", "mismatches beside correct samples of the predicted class (--class)", MistakePairs::of),
            Analysis.ofSeveral("compare", "loss and accuracy of several runs (--runs)", RunComparison::curves),
            Analysis.ofSeveral(
                    "gap", "training against validation accuracy of several runs (--runs)", RunComparison::gaps),
            Analysis.ofSeveral("subsets", "loss and error by training samples, power law (--runs)", SubsetCurve::of));

    private Analyses() {}

    /** Returns each analysis with what it shows, a line for each. */
    static String help() {
        return LIST.stream()
                .map(analysis -> String.format("  %-13s %s%n", analysis.name(), analysis.says()))
                .collect(Collectors.joining());
    }

    /**
     * Returns the analyses named in a list with commas; {@code all} is every one that the options allow.
     *
     * @throws UserError if there is none of a name
     */
    static List<Analysis> named(String names, AnalysisOptions options) {
        if (names.equals(ALL)) {
            return LIST.stream()
                    .filter(analysis -> !analysis.needsRuns() || options.runs().isPresent())
                    .toList();
        }
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(Analyses::named)
                .distinct()
                .toList();
    }

    private static Analysis named(String name) {
        return LIST.stream()
                .filter(analysis -> analysis.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("--of " + name + ": there is no such analysis; there are "
                        + LIST.stream().map(Analysis::name).collect(Collectors.joining(", ")) + " and " + ALL));
    }
}
