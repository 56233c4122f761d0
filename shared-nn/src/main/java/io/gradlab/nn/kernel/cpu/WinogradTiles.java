package io.gradlab.nn.kernel.cpu;

/** Transformed tiles of a group of bands, {@code [36][channels / panel][tile][panel]}: rows of a weight gradient's product. */
final class WinogradTiles {
    private static final int APART = 16; // numbers between planes, or all 36 would fall into the same cache set

    /** One thread's room. */
    private static final class Room {
        float[] pixels = new float[0]; // of one band, channels innermost
        final float[] half = new float[WinogradLoops.HALF];
    }

    private final Loops loops;
    private final WinogradLoops transforms;
    private final int panel;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);
    private final Frame frame = new Frame();
    private WinogradMaps maps = WinogradMaps.NONE;
    private WinogradBands bands = WinogradBands.NONE;
    private int capacity; // tiles
    private int plane; // numbers from one plane to the next
    private float[] data = new float[0];

    WinogradTiles(Loops loops) {
        this.loops = loops;
        this.transforms = loops.winograd();
        this.panel = transforms.panel();
    }

    void beginPixels(WinogradMaps newMaps, WinogradBands newBands) {
        begin(newMaps, newBands, newMaps.channels());
        maps.fitInput(frame);
    }

    void beginGradients(WinogradMaps newMaps, WinogradBands newBands) {
        begin(newMaps, newBands, newMaps.outputs());
        maps.fitOutput(frame);
    }

    private void begin(WinogradMaps newMaps, WinogradBands newBands, int channels) {
        maps = newMaps;
        bands = newBands;
        capacity = bands.perGroup() * bands.rows() * maps.tileColumns();
        plane = capacity * channels + APART;
        data = Scratch.atLeast(data, WinogradForm.PLANES * plane);
    }

    float[] data() {
        return data;
    }

    /** Returns where the first tile's row of plane f and channel c lies; rows are a panel apart. */
    int at(int f, int c) {
        return f * plane + c / panel * panel * capacity + c % panel;
    }

    /** Transforms a band's patches; its tiles follow {@code firstTile} tiles of other bands. */
    void takePixels(float[] input, int band, int firstTile) {
        int side = maps.form().tile();
        int from = bands.firstRow(band);
        int tileRows = bands.endRow(band, maps) - from;
        int rows = tileRows * side + WinogradForm.PATCH - side;
        Room room = rooms.get();
        room.pixels = Scratch.atLeast(room.pixels, rows * frame.rowStride());
        frame.turn(loops, input, bands.image(band), from * side - maps.padding(), rows, room.pixels);
        int tile = firstTile;
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++, tile++) {
                int at = (row * frame.rowStride() + column * frame.stride()) * side;
                for (int c = 0; c < maps.channels(); c += panel) {
                    transforms.transformInput(
                            room.pixels,
                            at + c,
                            frame.rowStride(),
                            frame.stride(),
                            panel,
                            data,
                            at(0, c) + tile * panel,
                            plane,
                            room.half);
                }
            }
        }
    }

    /** Transforms a band's output gradients; its tiles follow {@code firstTile} tiles of other bands. */
    void takeGradients(float[] outputGradient, int band, int firstTile) {
        int side = maps.form().tile();
        int from = bands.firstRow(band);
        int tileRows = bands.endRow(band, maps) - from;
        Room room = rooms.get();
        room.pixels = Scratch.atLeast(room.pixels, tileRows * side * frame.rowStride());
        frame.turn(loops, outputGradient, bands.image(band), from * side, tileRows * side, room.pixels);
        int tile = firstTile;
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++, tile++) {
                int at = (row * frame.rowStride() + column * frame.stride()) * side;
                for (int o = 0; o < maps.outputs(); o += panel) {
                    transforms.transformGradient(
                            maps.form(),
                            room.pixels,
                            at + o,
                            frame.rowStride(),
                            frame.stride(),
                            panel,
                            data,
                            at(0, o) + tile * panel,
                            plane,
                            room.half);
                }
            }
        }
    }
}
