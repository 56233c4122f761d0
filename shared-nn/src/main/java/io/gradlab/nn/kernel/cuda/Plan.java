package io.gradlab.nn.kernel.cuda;

/**
 * How a product is laid out on a GPU.
 *
 * @param splits pieces that each sum is cut into, to be added afterwards; 1 if it is not cut
 */
record Plan(Tiled tiled, int splits) {

    /** Returns the grid for {@code batch} such products: tiles, and in the third direction the pieces of each. */
    Grid grid(int m, int n, int batch) {
        return new Grid(tiled.tiles(m, n), 1, batch * splits, tiled.threads(), 0);
    }

    boolean split() {
        return splits > 1;
    }
}
