package io.gradlab.nn.kernel.ladder;

import java.util.Arrays;

/**
 * Fewer multiplications: F(4×4, 3×3) computes 16 outputs from a patch of 6×6 pixels with 36 instead of 144 products for each
 * pair of channels (Lavin and Gray, CVPR 2016).
 *
 * <pre>{@code
 * y = Aᵀ [ (G w Gᵀ) ⊙ (Bᵀ d B) ] A
 * }</pre>
 *
 * <p>Each of the 36 places of a patch is a matrix product of its own, over channels: 36 × {@link PackedMatmul}.
 */
public final class WinogradConvolution {
    private static final int TILE = Tiles.SIDE;
    private static final int PLACES = Tiles.PATCH * Tiles.PATCH;
    private static final float[][] B = {
        {4, 0, -5, 0, 1, 0},
        {0, -4, -4, 1, 1, 0},
        {0, 4, -4, -1, 1, 0},
        {0, -2, -1, 2, 1, 0},
        {0, 2, -1, -2, 1, 0},
        {0, 4, 0, -5, 0, 1}
    };
    private static final float[][] G = {
        {1 / 4f, 0, 0},
        {-1 / 6f, -1 / 6f, -1 / 6f},
        {-1 / 6f, 1 / 6f, -1 / 6f},
        {1 / 24f, 1 / 12f, 1 / 6f},
        {1 / 24f, -1 / 12f, 1 / 6f},
        {0, 0, 1}
    };
    private static final float[][] A = {
        {1, 1, 1, 1, 1, 0},
        {0, 1, -1, 2, -2, 0},
        {0, 1, 1, 4, 4, 0},
        {0, 1, -1, 8, -8, 1}
    };

    private static final int TILES = 128; // at least, in a block: enough for the products to be wide

    private final Maps maps; // of one block
    private final int tiles;
    private final float[] d; // patches [36, channels, tiles]
    private final float[] v; // the same, transformed
    private final float[] m; // products [36, outputs, tiles]
    private final float[] out; // tiles [16, outputs, tiles]
    private final float[] room;
    private final PackedMatmul matmul = new PackedMatmul();

    private WinogradConvolution(Maps maps) {
        this.maps = maps;
        this.tiles = maps.images() * Tiles.perImage(maps);
        this.d = new float[PLACES * maps.channels() * tiles];
        this.v = new float[d.length];
        this.m = new float[PLACES * maps.outputs() * tiles];
        this.out = new float[TILE * TILE * maps.outputs() * tiles];
        this.room = new float[Math.max(d.length, m.length)];
    }

    /** Computes a convolution; see {@link NaiveConvolution#convolve}. */
    public static void convolve(Maps maps, float[] x, float[] w, float[] y) {
        float[] u = weights(maps, w);
        int images = Math.clamp(TILES / Tiles.perImage(maps), 1, maps.images());
        WinogradConvolution block = new WinogradConvolution(maps.withImages(images));
        for (int image = 0; image < maps.images(); image += images) {
            if (image + images > maps.images()) {
                block = new WinogradConvolution(maps.withImages(maps.images() - image));
            }
            block.run(x, image * maps.channels() * maps.pixels(), u, y, image * maps.outputs() * maps.pixels());
        }
    }

    /** Returns {@code [36, outputs, channels]}. */
    private static float[] weights(Maps maps, float[] w) {
        int pairs = maps.outputs() * maps.channels();
        float[] turned = new float[9 * pairs];
        for (int pair = 0; pair < pairs; pair++) {
            for (int tap = 0; tap < 9; tap++) {
                turned[tap * pairs + pair] = w[pair * 9 + tap];
            }
        }
        float[] u = new float[PLACES * pairs];
        Transform.bothSides(G, turned, pairs, new float[PLACES * pairs], u);
        return u;
    }

    private void run(float[] x, int xAt, float[] u, float[] y, int yAt) {
        Tiles.gather(maps, x, xAt, d);
        Transform.bothSides(B, d, maps.channels() * tiles, room, v);
        Arrays.fill(m, 0);
        for (int f = 0; f < PLACES; f++) {
            int vAt = f * maps.channels() * tiles;
            PackedMatmul.Rows rows =
                    (row, column, count, to, at) -> System.arraycopy(v, vAt + row * tiles + column, to, at, count);
            int uAt = f * maps.outputs() * maps.channels();
            matmul.multiply(maps.outputs(), tiles, maps.channels(), u, uAt, rows, m, f * maps.outputs() * tiles);
        }
        Transform.bothSides(A, m, maps.outputs() * tiles, room, out);
        Tiles.scatter(maps, out, y, yAt);
    }
}
