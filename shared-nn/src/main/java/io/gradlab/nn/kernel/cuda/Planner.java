package io.gradlab.nn.kernel.cuda;

import java.util.List;

/**
 * Lays products out on a GPU: by the shape of the problem alone, so that any GPU, and any run, adds in the same order.
 *
 * @param multiprocessors that should all have work
 */
record Planner(int multiprocessors) {
    /** An H200's; a smaller GPU takes several rounds. */
    static final Planner USUAL = new Planner(132);

    private static final int SHORTEST = 128; // steps of a sum that are worth a piece of their own

    /**
     * Chooses the first kernel that has work for a whole GPU, or else the last, for {@code batch} products of {@code m × n}
     * results with sums of {@code depth} terms.
     *
     * @param choices the larger tiles first
     */
    Plan plan(List<Tiled> choices, int m, int n, long depth, int batch) {
        long most = Math.max(1, depth / SHORTEST);
        Tiled chosen = choices.getLast();
        for (int i = choices.size() - 2; i >= 0; i--) {
            Tiled larger = choices.get(i);
            chosen = (long) larger.tiles(m, n) * batch * most >= enough(larger) ? larger : chosen;
        }
        long blocks = (long) chosen.tiles(m, n) * batch;
        return new Plan(chosen, (int) Math.clamp(enough(chosen) / blocks, 1, most));
    }

    private int enough(Tiled tiled) {
        return multiprocessors * tiled.resident();
    }
}
