package io.gradlab.lab2.analysis;

import io.gradlab.lab2.analysis.tsne.Tsne;
import io.gradlab.nn.kernel.KernelRegistry;
import io.gradlab.nn.plot.ScatterPlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The test set's embedding in the plane, by t-SNE, as in report B. */
final class EmbeddingMap {

    private EmbeddingMap() {}

    static List<Finding> of(TrainedRun run, AnalysisOptions options) {
        Embedding embedding = Embedding.of(run, options);
        float[][] vectors = Arrays.copyOf(embedding.vectors(), Math.min(options.points(), embedding.vectors().length));
        Tsne tsne = new Tsne(Tsne.PERPLEXITY, Tsne.STEPS, options.seed(), KernelRegistry.threads());
        Tsne.Plane plane = tsne.embed(vectors);
        List<ScatterPlot.Point> points = new ArrayList<>();
        for (int i = 0; i < vectors.length; i++) {
            points.add(
                    new ScatterPlot.Point(plane.x()[i], plane.y()[i], run.test().label(i)));
        }
        String title = String.format(
                "t-SNE of the outputs of %s, %,d %s", embedding.layer(), vectors.length, run.testImages());
        return List.of(new Finding.Figure(
                "tsne",
                new ScatterPlot(
                        title,
                        "t-SNE 1 (no unit)",
                        "t-SNE 2 (no unit)",
                        run.test().classNames(),
                        points),
                String.format(
                        Locale.ROOT,
                        "Perplexity %s, %d steps, seed %d, Kullback-Leibler divergence %.3f. Near points were near in %d"
                                + " dimensions; distances between groups mean little.",
                        Math.rint(plane.perplexity()) == plane.perplexity()
                                ? Integer.toString((int) plane.perplexity())
                                : Double.toString(plane.perplexity()),
                        Tsne.STEPS,
                        options.seed().value(),
                        plane.divergence(),
                        embedding.width())));
    }
}
