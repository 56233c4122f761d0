package io.gradlab.nn.kernel.cpu;

/** One thread's share of a Winograd convolution: some tiles of one or a few images, on their way from pixels to v, to m and back. */
final class WinogradUnit {
    private static final int APART = 16; // numbers between planes, or all 36 would fall into the same cache set

    private final Loops loops;
    private final WinogradLoops transforms;
    private WinogradMaps maps = new WinogradMaps(WinogradForm.FOUR_BY_THREE, 0, 0, 0, 0, 0, 0);
    private float[] frame = new float[0]; // pixels of one band, channels innermost
    private int[] inputPlaces = new int[0]; // of an image's pixels in such a frame
    private int[] outputPlaces = new int[0];
    private float[] v = new float[0]; // [36][tiles][C]
    private float[] m = new float[0]; // [36][tiles][O]
    private final float[] half = new float[WinogradLoops.HALF];
    private int vPlane; // numbers from one plane of v to the next
    private int mPlane;
    private int tiles;

    WinogradUnit(Loops loops) {
        this.loops = loops;
        this.transforms = loops.winograd();
    }

    void begin(WinogradMaps newMaps, WinogradBands bands) {
        if (!newMaps.equals(maps)) {
            inputPlaces = ChannelsLast.places(
                    inputPlaces, newMaps.height(), newMaps.width(), newMaps.frameColumns(), inputStride(newMaps));
            outputPlaces = ChannelsLast.places(
                    outputPlaces,
                    newMaps.outputHeight(),
                    newMaps.outputWidth(),
                    newMaps.tileColumns() * newMaps.form().tile(),
                    outputStride(newMaps));
        }
        maps = newMaps;
        int most = bands.perGroup() * bands.rows() * maps.tileColumns();
        int capacity = (most + WinogradLoops.ROWS - 1) / WinogradLoops.ROWS * WinogradLoops.ROWS;
        vPlane = capacity * maps.channels() + APART;
        mPlane = capacity * maps.outputs() + APART;
        v = Scratch.atLeast(v, WinogradForm.PLANES * vPlane);
        m = Scratch.atLeast(m, WinogradForm.PLANES * mPlane);
        tiles = 0;
    }

    /** Takes a band: turns its pixels round and transforms them. */
    void take(float[] input, WinogradBands bands, int band) {
        int channels = maps.channels();
        int tile = maps.form().tile();
        int from = bands.firstRow(band);
        int tileRows = bands.endRow(band, maps) - from;
        int columns = maps.frameColumns();
        int rows = tileRows * tile + WinogradForm.PATCH - tile;
        int stride = inputStride(maps);
        frame = Scratch.atLeast(frame, rows * columns * stride);
        ChannelsLast.turn(
                loops,
                new ChannelsLast.Planes(input, bands.image(band), channels, maps.height(), maps.width()),
                inputPlaces,
                maps.padding(),
                from * tile - maps.padding(),
                rows,
                columns,
                stride,
                frame);
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++) {
                transforms.transformInput(
                        frame,
                        (row * columns + column) * tile * stride,
                        columns * stride,
                        stride,
                        channels,
                        v,
                        tiles * channels,
                        vPlane,
                        half);
                tiles++;
            }
        }
    }

    /** Computes m = u · v for each of the 36 planes. */
    void multiply(float[] weights) {
        int channels = maps.channels();
        int outputs = maps.outputs();
        int panel = transforms.panel();
        for (int f = 0; f < WinogradForm.PLANES; f++) {
            for (int o = 0; o < outputs; o += panel) {
                int u = (f * outputs + o) * channels;
                for (int tile = 0; tile < tiles; tile += WinogradLoops.ROWS) {
                    transforms.product(
                            channels,
                            v,
                            f * vPlane + tile * channels,
                            channels,
                            weights,
                            u,
                            m,
                            f * mPlane + tile * outputs + o,
                            outputs);
                }
            }
        }
    }

    /** Transforms m back to pixels of the given bands, adds the bias, and writes them. */
    void giveBack(WinogradBands bands, int beginBand, int endBand, float[] bias, float[] out) {
        int outputs = maps.outputs();
        int side = maps.form().tile();
        int stride = outputStride(maps);
        int columns = maps.tileColumns() * side;
        int plane = maps.outputHeight() * maps.outputWidth();
        int tile = 0;
        for (int band = beginBand; band < endBand; band++) {
            int from = bands.firstRow(band);
            int tileRows = bands.endRow(band, maps) - from;
            frame = Scratch.atLeast(frame, tileRows * side * columns * stride);
            for (int row = 0; row < tileRows; row++) {
                for (int column = 0; column < maps.tileColumns(); column++) {
                    int at = (row * columns + column) * side * stride;
                    transforms.transformOutput(
                            maps.form(),
                            m,
                            tile * outputs,
                            mPlane,
                            outputs,
                            bias,
                            frame,
                            at,
                            columns * stride,
                            stride,
                            half);
                    tile++;
                }
            }
            int begin = from * side;
            int rows = Math.min(maps.outputHeight(), begin + tileRows * side) - begin;
            loops.turnBack(
                    frame,
                    outputPlaces,
                    begin * maps.outputWidth(),
                    -begin * columns * stride,
                    outputs,
                    rows * maps.outputWidth(),
                    out,
                    bands.image(band) * outputs * plane + begin * maps.outputWidth(),
                    plane);
        }
    }

    private static int inputStride(WinogradMaps maps) {
        return maps.channels() + ChannelsLast.APART;
    }

    private static int outputStride(WinogradMaps maps) {
        return maps.outputs() + ChannelsLast.APART;
    }
}
