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
    private static final int ELEMENTS_OF_A_THREAD = 8;

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
     * Returns a grid for a kernel that takes four neighbours at a time and has two such reads under way, as the loops of
     * {@code map.cuh}: eight elements for each thread, up to a limit.
     */
    static Grid map(long size) {
        return over(Math.ceilDiv(size, ELEMENTS_OF_A_THREAD));
    }
}
