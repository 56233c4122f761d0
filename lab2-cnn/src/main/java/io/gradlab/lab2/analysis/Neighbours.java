package io.gradlab.lab2.analysis;

import io.gradlab.lab2.analysis.tsne.Distances;
import io.gradlab.nn.plot.Gallery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The test images that are nearest in embedding space, as in report B: ranks 1 to 8, the image itself excluded. */
final class Neighbours {
    private static final int IMAGES = 4;
    private static final int RANKS = 8;

    private Neighbours() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        Embedding embedding = Embedding.of(run, options);
        Distances distances = new Distances(embedding.vectors());
        List<Gallery.Item> items = new ArrayList<>();
        for (int image = 0; image < Math.min(IMAGES, run.test().size()); image++) {
            items.add(new Gallery.Item(run.image(image), "image " + image + ": " + className(run, image)));
            float[] from = distances.from(image);
            for (int neighbour : Distances.nearest(from, image, RANKS)) {
                items.add(new Gallery.Item(
                        run.image(neighbour),
                        String.format(
                                Locale.ROOT,
                                "%s, at %.1f (%d)",
                                className(run, neighbour),
                                Math.sqrt(from[neighbour]),
                                neighbour)));
            }
        }
        return List.of(new Finding.Figure(
                "neighbours",
                new Gallery(
                        "Nearest neighbours by the outputs of " + embedding.layer() + ", rank 1 to " + RANKS,
                        items,
                        1 + RANKS),
                "Left a test image, then its neighbours, the nearest first: class, Euclidean distance in "
                        + embedding.width() + " dimensions, number of the image."));
    }

    private static String className(TrainedRun run, int sample) {
        return run.test().classNames().get(run.test().label(sample));
    }
}
