package io.gradlab.nn.kernel.ladder;

/** Images cut into 4×4 tiles, and into the overlapping 6×6 patches that the tiles are computed from. */
final class Tiles {
    static final int SIDE = 4;
    static final int PATCH = 6;

    private Tiles() {}

    static int perImage(Maps maps) {
        return down(maps) * across(maps);
    }

    /** Copies the patches of all images to {@code [36, channels, tiles]}; what lies outside of an image stays 0. */
    static void gather(Maps maps, float[] x, int xAt, float[] d) {
        int across = across(maps);
        int tiles = maps.images() * perImage(maps);
        for (int plane = 0; plane < maps.images() * maps.channels(); plane++) {
            int image = plane / maps.channels();
            int channel = plane % maps.channels();
            for (int place = 0; place < PATCH * PATCH; place++) {
                int left = place % PATCH - 1;
                int to = (place * maps.channels() + channel) * tiles + image * perImage(maps);
                for (int tileRow = 0; tileRow < down(maps); tileRow++) {
                    int row = tileRow * SIDE + place / PATCH - 1;
                    if (row >= 0 && row < maps.height()) {
                        int from = xAt + plane * maps.pixels() + row * maps.width() + left;
                        for (int t = left < 0 ? 1 : 0; t < across && t * SIDE + left < maps.width(); t++) {
                            d[to + tileRow * across + t] = x[from + t * SIDE];
                        }
                    }
                }
            }
        }
    }

    /** Copies tiles {@code [16, outputs, tiles]} to all images, as far as they lie inside. */
    static void scatter(Maps maps, float[] out, float[] y, int yAt) {
        int across = across(maps);
        int tiles = maps.images() * perImage(maps);
        for (int plane = 0; plane < maps.images() * maps.outputs(); plane++) {
            int image = plane / maps.outputs();
            int output = plane % maps.outputs();
            for (int place = 0; place < SIDE * SIDE; place++) {
                int left = place % SIDE;
                int from = (place * maps.outputs() + output) * tiles + image * perImage(maps);
                for (int tileRow = 0; tileRow < down(maps); tileRow++) {
                    int row = tileRow * SIDE + place / SIDE;
                    if (row < maps.height()) {
                        int to = yAt + plane * maps.pixels() + row * maps.width() + left;
                        for (int t = 0; t < across && t * SIDE + left < maps.width(); t++) {
                            y[to + t * SIDE] = out[from + tileRow * across + t];
                        }
                    }
                }
            }
        }
    }

    private static int down(Maps maps) {
        return (maps.height() + SIDE - 1) / SIDE;
    }

    private static int across(Maps maps) {
        return (maps.width() + SIDE - 1) / SIDE;
    }
}
