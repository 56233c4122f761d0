package io.gradlab.lab2.analysis.tsne;

/**
 * Each point's nearest neighbours, nearest first.
 *
 * @param samples [point][rank]
 * @param distances [point][rank], squared
 */
record NearestNeighbours(int[][] samples, float[][] distances) {

    static NearestNeighbours of(float[][] vectors, int count, Pieces pieces) {
        Distances all = new Distances(vectors);
        int[][] samples = new int[vectors.length][];
        float[][] distances = new float[vectors.length][];
        pieces.each(vectors.length, point -> {
            float[] from = all.from(point);
            samples[point] = Distances.nearest(from, point, count);
            distances[point] = new float[samples[point].length];
            for (int rank = 0; rank < distances[point].length; rank++) {
                distances[point][rank] = from[samples[point][rank]];
            }
        });
        return new NearestNeighbours(samples, distances);
    }
}
