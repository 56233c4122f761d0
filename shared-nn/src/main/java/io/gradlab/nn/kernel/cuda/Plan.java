package io.gradlab.nn.kernel.cuda;

import java.util.List;

/**
 * How a product is laid out on a GPU: by the shape of the problem alone, so that any GPU, and any run, adds in the same order.
 *
 * @param splits pieces that each sum is cut into, to be added afterwards; 1 if it is not cut
 */
record Plan(Tiled tiled, int splits) {
    // Two blocks for each of 132 multiprocessors, an H200's; a smaller GPU runs them in several rounds.
    private static final int ENOUGH = 264;
    private static final int SHORTEST = 128; // steps of a sum that are worth a piece of their own

    /**
     * Returns the first kernel that has work for a whole GPU, or else the last, for {@code batch} products of {@code m × n}
     * results with sums of {@code depth} terms.
     *
     * @param choices the larger tiles first
     */
    static Plan of(List<Tiled> choices, int m, int n, long depth, int batch) {
        long most = Math.max(1, depth / SHORTEST);
        Tiled chosen = choices.getLast();
        for (int i = choices.size() - 2; i >= 0; i--) {
            chosen = (long) choices.get(i).tiles(m, n) * batch * most >= ENOUGH ? choices.get(i) : chosen;
        }
        long blocks = (long) chosen.tiles(m, n) * batch;
        return new Plan(chosen, (int) Math.clamp(ENOUGH / blocks, 1, most));
    }

    /** Returns the grid for one of such products: tiles, and in the third direction the pieces of each of {@code batch}. */
    Grid grid(int m, int n, int batch) {
        return new Grid(tiled.tiles(m, n), 1, batch * splits, tiled.threads(), 0);
    }

    boolean split() {
        return splits > 1;
    }
}
