package io.gradlab.nn.kernel.cpu;

/** One thread's share of a Winograd convolution: some tiles of one or a few images, on their way from pixels to v, to m and back. */
final class WinogradUnit {
    private static final int APART = 16; // numbers between planes, or all 36 would fall into the same cache set

    private final Loops loops;
    private final WinogradLoops transforms;
    private WinogradMaps maps = WinogradMaps.NONE;
    private float[] pixels = new float[0]; // of one band, channels innermost
    private final Frame inputFrame = new Frame();
    private final Frame outputFrame = new Frame();
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
        newMaps.fitInput(inputFrame);
        newMaps.fitOutput(outputFrame);
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
        int rows = tileRows * tile + WinogradForm.PATCH - tile;
        int rowStride = inputFrame.rowStride();
        int stride = inputFrame.stride();
        pixels = Scratch.atLeast(pixels, rows * rowStride);
        inputFrame.turn(loops, input, bands.image(band), from * tile - maps.padding(), rows, pixels);
        for (int row = 0; row < tileRows; row++) {
            for (int column = 0; column < maps.tileColumns(); column++) {
                transforms.transformInput(
                        pixels,
                        (row * rowStride + column * stride) * tile,
                        rowStride,
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

    /** Transforms m back to pixels of the given bands, adds the bias, raises them to the floor, and writes them. */
    void giveBack(WinogradBands bands, int beginBand, int endBand, float[] bias, float floor, float[] out) {
        int outputs = maps.outputs();
        int side = maps.form().tile();
        int rowStride = outputFrame.rowStride();
        int stride = outputFrame.stride();
        int tile = 0;
        for (int band = beginBand; band < endBand; band++) {
            int from = bands.firstRow(band);
            int tileRows = bands.endRow(band, maps) - from;
            pixels = Scratch.atLeast(pixels, tileRows * side * rowStride);
            for (int row = 0; row < tileRows; row++) {
                for (int column = 0; column < maps.tileColumns(); column++) {
                    transforms.transformOutput(
                            maps.form(),
                            m,
                            tile * outputs,
                            mPlane,
                            outputs,
                            bias,
                            floor,
                            pixels,
                            (row * rowStride + column * stride) * side,
                            rowStride,
                            stride,
                            half);
                    tile++;
                }
            }
            outputFrame.turnBack(loops, pixels, out, bands.image(band), from * side, tileRows * side);
        }
    }
}
