package io.gradlab.lab2.analysis;

import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.plot.Gallery;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Images of the run's data with captions. */
final class SampleGalleries {
    private static final int COLUMNS = 5;
    private static final int AUGMENTED = 5; // images; each is shown before and after

    private SampleGalleries() {}

    static List<Finding> mistakes(TrainedRun run, AnalysisOptions options) {
        SampleFinder finder = new SampleFinder(run);
        List<Integer> mistakes = finder.mistakes();
        List<Integer> shown = mistakes.subList(0, Math.min(options.count(), mistakes.size()));
        String title = String.format(
                "%d of %,d misclassified %s, the surest first", shown.size(), mistakes.size(), run.testImages());
        return List.of(new Finding.Figure(
                "mistakes",
                gallery(run, finder, title, shown),
                "After #: the number of the test image; in brackets: the probability of the predicted class."));
    }

    static List<Finding> samples(TrainedRun run, AnalysisOptions options) {
        SampleFinder finder = new SampleFinder(run);
        List<Integer> samples = finder.asked(options);
        List<Integer> shown = samples.subList(0, Math.min(options.count(), samples.size()));
        String which = options.show() == AnalysisOptions.Show.ALL
                ? ""
                : " classified " + options.show().name().toLowerCase(Locale.ROOT);
        String of = options.className().map(name -> " of class " + name).orElse("");
        String title = String.format("%d of %,d %s%s%s", shown.size(), samples.size(), run.testImages(), of, which);
        return List.of(new Finding.Figure(
                "samples",
                gallery(run, finder, title, shown),
                "The first " + run.testImages() + of + which + " of "
                        + run.spec().data().name() + "; after #: the number of the test image."));
    }

    static List<Finding> augmentation(TrainedRun run, AnalysisOptions options) {
        Dataset training = run.spec().training();
        List<Gallery.Item> items = new ArrayList<>();
        for (int sample = 0; sample < Math.min(AUGMENTED, training.size()); sample++) {
            String name = training.classNames().get(training.label(sample));
            items.add(new Gallery.Item(TrainedRun.image(training, sample), "image " + sample + ": " + name));
        }
        for (int epoch = 1; epoch <= 2; epoch++) {
            for (int sample = 0; sample < Math.min(AUGMENTED, training.size()); sample++) {
                items.add(new Gallery.Item(augmented(run, sample, epoch), "as seen in epoch " + epoch));
            }
        }
        return List.of(new Finding.Figure(
                "augmentation",
                new Gallery("Training images before and after their transforms", items, COLUMNS),
                "Transformed images, normalization included, are stretched so that their smallest number is black and"
                        + " their largest white."));
    }

    /** Returns a training image as the network is given it in an epoch, stretched to [0, 1]. */
    private static Tensor augmented(TrainedRun run, int sample, int epoch) {
        Dataset training = run.spec().training();
        Tensor image = TrainedRun.image(training, sample);
        Shape shape = image.shape();
        run.spec()
                .plan()
                .training()
                .apply(
                        image.data(),
                        0,
                        shape,
                        run.spec().plan().seed().stream("augment", (long) epoch * training.size() + sample));
        return Stretch.toUnit(image);
    }

    private static Gallery gallery(TrainedRun run, SampleFinder finder, String title, List<Integer> samples) {
        List<Gallery.Item> items = samples.stream()
                .map(sample -> new Gallery.Item(run.image(sample), finder.caption(sample)))
                .toList();
        return new Gallery(title, items, COLUMNS);
    }
}
