package io.gradlab.lab2.analysis.tsne;

import java.util.Arrays;

/**
 * How much points belong together in the high-dimensional space: a sparse symmetric matrix P whose entries sum to 1, row
 * after row.
 *
 * @param begin row {@code i} has the entries {@code begin[i] .. begin[i + 1] - 1}
 * @param column of each entry
 * @param value of each entry, above or equal to 0
 */
record Affinities(int[] begin, int[] column, double[] value) {
    private static final int SEARCH_STEPS = 64;
    private static final double TOLERANCE = 1e-5; // of the entropy

    /**
     * Returns the affinities of points from their nearest neighbours: Gaussians whose widths give each point the perplexity,
     * made symmetric (section 3 of the paper).
     *
     * @param neighbours [point][rank]
     * @param distances [point][rank], squared
     */
    static Affinities of(int[][] neighbours, float[][] distances, double perplexity, Pieces pieces) {
        int points = neighbours.length;
        double[][] conditional = new double[points][];
        pieces.each(points, point -> conditional[point] = conditional(distances[point], perplexity));
        return symmetric(neighbours, conditional);
    }

    /** Returns the shares of a point's neighbours, with the entropy log(perplexity). */
    static double[] conditional(float[] distances, double perplexity) {
        double wanted = StrictMath.log(perplexity);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double precision = 1;
        double[] shares = new double[distances.length];
        for (int step = 0; step < SEARCH_STEPS; step++) {
            double difference = fill(shares, distances, precision) - wanted;
            if (Math.abs(difference) < TOLERANCE) {
                break;
            }
            if (difference > 0) {
                low = precision;
                precision = Double.isInfinite(high) ? 2 * precision : (precision + high) / 2;
            } else {
                high = precision;
                precision = (precision + low) / 2;
            }
        }
        return shares;
    }

    /** Fills in the shares for a precision, 1 / (2 σ²), and returns their entropy. */
    private static double fill(double[] shares, float[] distances, double precision) {
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < shares.length; i++) {
            double distance = distances[i] - distances[0]; // the nearest one's share is never lost
            shares[i] = StrictMath.exp(-precision * distance);
            sum += shares[i];
            weighted += distance * shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return StrictMath.log(sum) + precision * weighted / sum;
    }

    /** Returns (P + Pᵀ) / 2n. */
    private static Affinities symmetric(int[][] neighbours, double[][] conditional) {
        int points = neighbours.length;
        long[][] columns = new long[points][8]; // column and, in the low half, the place in its own row or the other's
        int[] counts = new int[points];
        for (int i = 0; i < points; i++) {
            for (int rank = 0; rank < neighbours[i].length; rank++) {
                add(columns, counts, i, neighbours[i][rank], rank);
                add(columns, counts, neighbours[i][rank], i, 1 << 30 | rank);
            }
        }
        int[] begin = new int[points + 1];
        int[] column = new int[Arrays.stream(counts).sum()];
        double[] value = new double[column.length];
        int at = 0;
        for (int i = 0; i < points; i++) {
            begin[i] = at;
            Arrays.sort(columns[i], 0, counts[i]);
            for (int k = 0; k < counts[i]; k++) {
                int j = (int) (columns[i][k] >>> 32);
                int source = (int) columns[i][k];
                int rank = source & (1 << 30) - 1;
                double share = (source >>> 30 == 0 ? conditional[i][rank] : conditional[j][rank]) / (2.0 * points);
                if (at > begin[i] && column[at - 1] == j) {
                    value[at - 1] += share;
                } else {
                    column[at] = j;
                    value[at++] = share;
                }
            }
        }
        begin[points] = at;
        return new Affinities(begin, Arrays.copyOf(column, at), Arrays.copyOf(value, at));
    }

    private static void add(long[][] columns, int[] counts, int row, int column, int source) {
        if (counts[row] == columns[row].length) {
            columns[row] = Arrays.copyOf(columns[row], 2 * counts[row]);
        }
        columns[row][counts[row]++] = (long) column << 32 | source;
    }
}
