package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.tensor.Tensor;

/**
 * How the channels of images {@code [N, C, H, W]}, or of vectors {@code [N, C]}, are cut into shares, one for each block; by
 * the shape alone, so that sums have the same bits on every GPU. The kernels' side is {@code channels.cuh}.
 *
 * @param images N
 * @param channels C
 * @param plane H · W
 * @param share elements of a share, a multiple of 4
 * @param shares how many there are in a channel, at most {@value #MOST_SHARES}
 */
record Channels(int images, int channels, int plane, int share, int shares) {
    static final int MOST_SHARES = 64;
    private static final int LEAST_SHARE = 4096; // elements: 16 for each thread
    private static final int THREADS = 256;

    static Channels of(Tensor images) {
        int channels = images.dim(1);
        int plane = images.size() / Math.max(1, images.dim(0) * channels);
        int count = images.dim(0) * plane;
        int share = Math.max(LEAST_SHARE, Math.ceilDiv(Math.ceilDiv(count, MOST_SHARES), 4) * 4);
        return new Channels(images.dim(0), channels, plane, share, Math.max(1, Math.ceilDiv(count, share)));
    }

    /** Returns a block for each share of each channel. */
    Grid grid() {
        return Grid.of(channels, shares, THREADS);
    }

    /** Adds what the kernels' {@code Channel} is made of. */
    Launch describe(Launch launch) {
        return launch.integer(images).integer(channels).integer(plane).integer(share);
    }
}
