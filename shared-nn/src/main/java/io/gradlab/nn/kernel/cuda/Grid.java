package io.gradlab.nn.kernel.cuda;

/**
 * How many threads run a kernel.
 *
 * @param x blocks in the first direction, 1 to 2^31 - 1
 * @param y blocks in the second, 1 to 65,535
 * @param z blocks in the third, 1 to 65,535
 * @param threads of a block, 1 to 1,024, in one direction
 * @param sharedBytes dynamic shared memory of a block
 */
record Grid(int x, int y, int z, int threads, int sharedBytes) {
    private static final int USUAL_THREADS = 256;
    private static final int MOST_BLOCKS = 65_535;
    private static final int ENOUGH_THREADS = 1 << 18; // the largest chips run so many at once

    /** Returns blocks in one direction. */
    static Grid of(int blocks, int threads) {
        return new Grid(blocks, 1, 1, threads, 0);
    }

    /** Returns blocks in two directions. */
    static Grid of(int x, int y, int threads) {
        return new Grid(x, y, 1, threads, 0);
    }

    /**
     * Returns a grid for a kernel that works on elements in a loop, {@code for (i = blockIdx.x · blockDim.x +
     * threadIdx.x; i < size; i += gridDim.x · blockDim.x)}: a thread for each, up to a limit.
     */
    static Grid over(long size) {
        long blocks = Math.max(1, Math.ceilDiv(size, USUAL_THREADS));
        return of((int) Math.min(blocks, MOST_BLOCKS), USUAL_THREADS);
    }

    /**
     * Returns a grid for the loops of {@code map.cuh}, in which a thread takes four neighbours at a time and has two such fours
     * under way: eight elements for each thread where these are enough to keep a GPU busy, else four.
     */
    static Grid map(long size) {
        return over(Math.max(Math.ceilDiv(size, 8), Math.min(Math.ceilDiv(size, 4), ENOUGH_THREADS)));
    }
}
