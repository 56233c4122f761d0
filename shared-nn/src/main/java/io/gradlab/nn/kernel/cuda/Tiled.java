package io.gradlab.nn.kernel.cuda;

/**
 * A kernel that computes a product in tiles, one for each block of threads.
 *
 * @param rows of results in a tile
 * @param columns of results in a tile
 * @param depth steps of the sums that are loaded at a time
 * @param threads of a block
 * @param resident blocks that a multiprocessor runs at a time, limited by registers or shared memory
 * @param tf32 whether it multiplies on tensor cores
 */
record Tiled(Kernel kernel, int rows, int columns, int depth, int threads, int resident, boolean tf32) {

    /** Returns a kernel whose tiles, in fp32, are as {@code float_tile.cuh} names them. */
    static Tiled fp32(Stream stream, String module, String prefix, String size) {
        Kernel kernel = stream.kernel(module, prefix + "_" + size);
        return switch (size) {
            case "128" -> new Tiled(kernel, 128, 128, 8, 256, 2, false);
            case "64x128" -> new Tiled(kernel, 64, 128, 8, 128, 4, false);
            case "64" -> new Tiled(kernel, 64, 64, 16, 256, 3, false);
            case "16x128" -> new Tiled(kernel, 16, 128, 16, 128, 6, false);
            default -> throw new IllegalArgumentException(size);
        };
    }

    /** Returns a kernel whose tiles, on tensor cores, are as {@code tensor_tile.cuh} names them. */
    static Tiled tf32(Stream stream, String prefix, String size) {
        Kernel kernel = stream.kernel("tensor_cores", prefix + "_" + size);
        return switch (size) {
            case "128" -> new Tiled(kernel, 128, 128, 16, 128, 2, true);
            case "64x128" -> new Tiled(kernel, 64, 128, 16, 128, 3, true);
            case "64" -> new Tiled(kernel, 64, 64, 16, 128, 4, true);
            default -> throw new IllegalArgumentException(size);
        };
    }

    /** Returns how many numbers of its second operand a thread copies at a time. */
    int each() {
        return columns * depth / threads;
    }

    /** Returns how many tiles {@code m × n} results have. */
    int tiles(int m, int n) {
        return Math.toIntExact((long) Math.ceilDiv(m, rows) * Math.ceilDiv(n, columns));
    }
}
