package io.gradlab.lab2.analysis.tsne;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;

/**
 * t-SNE (L. van der Maaten and G. Hinton, JMLR 9, 2008) to the plane, with the repulsion by Barnes and Hut's tree.
 *
 * @param perplexity about how many neighbours a point has; at most a third of the points
 * @param steps of gradient descent with momentum
 * @param seed where the first places come from
 * @param threads to compute with; they do not change the result
 */
public record Tsne(double perplexity, int steps, Seed seed, int threads) {
    /** The usual perplexity. */
    public static final double PERPLEXITY = 30;

    /** The usual number of steps. */
    public static final int STEPS = 1000;

    private static final int EARLY = 250; // steps with exaggerated attraction and less momentum
    private static final double EXAGGERATION = 12;
    private static final double SPREAD = 1e-4; // of the first places
    private static final double LEAST_RATE = 50;

    /**
     * Points in the plane.
     *
     * @param perplexity what was used; less than asked for where there are few points
     * @param divergence KL(P‖Q), what the steps made small
     */
    public record Plane(double[] x, double[] y, double perplexity, double divergence) {}

    /**
     * Finds places in the plane.
     *
     * @param vectors [point][dimension], at least 4 points
     */
    public Plane embed(float[][] vectors) {
        int points = vectors.length;
        if (points < 4) {
            throw new IllegalArgumentException("t-SNE needs at least 4 points, but got " + points);
        }
        double used = Math.min(perplexity, (points - 1) / 3.0);
        try (Pieces pieces = new Pieces(threads)) {
            NearestNeighbours nearest = NearestNeighbours.of(vectors, (int) (3 * used), pieces);
            Affinities affinities = Affinities.of(nearest.samples(), nearest.distances(), used, pieces);
            Descent descent = new Descent(affinities, start(points, 0), start(points, 1), pieces);
            double rate =
                    Math.max(LEAST_RATE, points / EXAGGERATION); // Belkina et al., Nature Communications 10 (2019)
            for (int step = 0; step < steps; step++) {
                boolean early = step < EARLY;
                descent.step(early ? EXAGGERATION : 1, early ? 0.5 : 0.8, rate);
            }
            return new Plane(descent.x(), descent.y(), used, descent.divergence());
        }
    }

    private double[] start(int points, long axis) {
        RandomStream random = seed.stream("tsne", axis);
        double[] places = new double[points];
        for (int i = 0; i < points; i++) {
            places[i] = SPREAD * random.gaussian(i);
        }
        return places;
    }
}
