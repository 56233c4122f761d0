package io.gradlab.nn.kernel.cpu;

import java.util.Arrays;

/**
 * The gradient of a convolution with respect to its weight in a quarter of the multiplications, by the filters of {@link
 * Winograd} read the other way round: with tiles of the output's gradient g as the kernel, F(3×3, 4×4) gives 3×3 weights.
 *
 * <pre>{@code
 * for each 4×4 tile of the output's gradient g, with the 6×6 pixels d that it came from:
 *     m[f, o, c] += (A g Aᵀ)[f, o] · (Bᵀ d B)[f, c]        36 numbers f
 * dw[o, c] = Gᵀ m[o, c] G
 * }</pre>
 *
 * <p>Why it is fast: 36 multiplications for each pair of channels replace 144, and the way back from m to the weights is
 * gone once for all tiles. Tiles come in groups whose transforms stay in the cache; a group's product is one chain over
 * its tiles for each m[f, o, c], added to what the groups before gave, so the bits do not depend on the threads, which
 * share out first a group's bands and then the 36 planes.
 */
final class WinogradGradient {
    private static final int TILES = 128; // of a group; part of the result's definition
    private static final int APART = 16; // numbers between planes, or all 36 would fall into the same cache set

    /** One thread's room. */
    private static final class Room {
        float[] frame = new float[0]; // pixels of one band, channels innermost
        final float[] half = new float[WinogradLoops.HALF];
    }

    private final Loops loops;
    private final WinogradLoops transforms;
    private final Workers workers;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    private final ThreadLocal<WinogradSums> sums = ThreadLocal.withInitial(WinogradSums::new);
    private int[] inputPlaces = new int[0]; // of an image's pixels in a frame
    private int[] gradientPlaces = new int[0];
    private float[] v = new float[0]; // a group's pixels: [36][C / panel][tile][panel]
    private float[] t = new float[0]; // a group's gradients: [36][O / panel][tile][panel]
    private float[] m = new float[0]; // [36][O][C]

    WinogradGradient(Loops loops, Workers workers) {
        this.loops = loops;
        this.transforms = loops.winograd();
        this.workers = workers;
    }

    /** Computes the gradient {@code [O, C, k, k]} of all images. */
    synchronized void run(WinogradMaps maps, float[] input, float[] outputGradient, float[] weightGradient) {
        WinogradBands bands = WinogradBands.of(maps, TILES);
        int capacity = bands.perGroup() * bands.rows() * maps.tileColumns();
        int vPlane = capacity * maps.channels() + APART;
        int tPlane = capacity * maps.outputs() + APART;
        int mPlane = maps.outputs() * maps.channels();
        v = Scratch.atLeast(v, WinogradForm.PLANES * vPlane);
        t = Scratch.atLeast(t, WinogradForm.PLANES * tPlane);
        m = Scratch.atLeast(m, WinogradForm.PLANES * mPlane);
        findPlaces(maps);
        for (int group = 0; group < bands.groups(); group++) {
            int begin = bands.begin(group);
            int end = bands.end(group);
            int tiles = tilesBefore(maps, bands, begin, end);
            boolean first = group == 0;
            workers.run(2 * (end - begin), piece -> {
                int band = begin + piece / 2;
                int tile = tilesBefore(maps, bands, begin, band);
                if (piece % 2 == 0) {
                    takePixels(maps, bands, band, input, tile, capacity, vPlane);
                } else {
                    takeGradients(maps, bands, band, outputGradient, tile, capacity, tPlane);
                }
            });
            workers.run(WinogradForm.PLANES, f -> {
                if (first) {
                    Arrays.fill(m, f * mPlane, (f + 1) * mPlane, 0);
                }
                multiply(maps, tiles, capacity, f * vPlane, f * tPlane, f * mPlane);
            });
        }
        workers.run(maps.outputs(), o -> sums.get().transform(maps, m, mPlane, o, weightGradient));
    }

    private void findPlaces(WinogradMaps maps) {
        inputPlaces = ChannelsLast.places(
                inputPlaces, maps.height(), maps.width(), maps.frameColumns(), maps.channels() + ChannelsLast.APART);
        gradientPlaces = ChannelsLast.places(
                gradientPlaces,
                maps.outputHeight(),
                maps.outputWidth(),
                maps.tileColumns() * maps.form().tile(),
                maps.outputs() + ChannelsLast.APART);
    }

    private static int tilesBefore(WinogradMaps maps, WinogradBands bands, int begin, int band) {
        int rows = 0;
        for (int before = begin; before < band; before++) {
            rows += bands.endRow(before, maps) - bands.firstRow(before);
        }
        return rows * maps.tileColumns();
    }

    private void takePixels(
            WinogradMaps maps, WinogradBands bands, int band, float[] input, int firstTile, int capacity, int vPlane) {
        Room room = rooms.get();
        int side = maps.form().tile();
        int stride = maps.channels() + ChannelsLast.APART;
        int from = bands.firstRow(band);
        int tileRows = bands.endRow(band, maps) - from;
        int columns = maps.frameColumns();
        int rows = tileRows * side + WinogradForm.PATCH - side;
        room.frame = Scratch.atLeast(room.frame, rows * columns * stride);
        ChannelsLast.turn(
                loops,
                new ChannelsLast.Planes(input, bands.image(band), maps.channels(), maps.height(), maps.width()),
                inputPlaces,
                maps.padding(),
                from * side - maps.padding(),
                rows,
                columns,
                stride,
                room.frame);
        int panel = transforms.panel();
        int tile = firstTile;
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++, tile++) {
                int at = (row * columns + column) * side * stride;
                for (int c = 0; c < maps.channels(); c += panel) {
                    int to = c * capacity + tile * panel;
                    transforms.transformInput(
                            room.frame, at + c, columns * stride, stride, panel, v, to, vPlane, room.half);
                }
            }
        }
    }

    private void takeGradients(
            WinogradMaps maps,
            WinogradBands bands,
            int band,
            float[] outputGradient,
            int firstTile,
            int capacity,
            int tPlane) {
        Room room = rooms.get();
        int side = maps.form().tile();
        int stride = maps.outputs() + ChannelsLast.APART;
        int from = bands.firstRow(band);
        int tileRows = bands.endRow(band, maps) - from;
        int columns = maps.tileColumns() * side;
        room.frame = Scratch.atLeast(room.frame, tileRows * side * columns * stride);
        ChannelsLast.turn(
                loops,
                new ChannelsLast.Planes(
                        outputGradient, bands.image(band), maps.outputs(), maps.outputHeight(), maps.outputWidth()),
                gradientPlaces,
                0,
                from * side,
                tileRows * side,
                columns,
                stride,
                room.frame);
        int panel = transforms.panel();
        int tile = firstTile;
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++, tile++) {
                int at = (row * columns + column) * side * stride;
                for (int o = 0; o < maps.outputs(); o += panel) {
                    int to = o * capacity + tile * panel;
                    transforms.transformGradient(
                            maps.form(), room.frame, at + o, columns * stride, stride, panel, t, to, tPlane, room.half);
                }
            }
        }
    }

    /** Adds a group's product to one plane of m. */
    private void multiply(WinogradMaps maps, int tiles, int capacity, int vAt, int tAt, int mAt) {
        int panel = transforms.panel();
        int rows = loops.tileRows();
        int channels = maps.channels();
        for (int c = 0; c < channels; c += panel) {
            for (int o = 0; o < maps.outputs(); o += rows) {
                int a = tAt + o / panel * panel * capacity + o % panel;
                loops.tile(rows, tiles, t, a, panel, v, vAt + c * capacity, panel, m, mAt + o * channels + c, channels);
            }
        }
    }
}
