package io.gradlab.nn.kernel.cpu;

/**
 * How the tiles of all images are cut: a band is a run of whole tile rows of one image, a group some bands. Both depend on
 * sizes alone, and the cut is part of a weight gradient's definition.
 */
record WinogradBands(int rows, int ofAnImage, int perGroup, int all) {

    /** Of nothing: before the first call. */
    static final WinogradBands NONE = new WinogradBands(1, 1, 1, 0);

    /** Cuts into groups of about {@code tiles} tiles. */
    static WinogradBands of(WinogradMaps maps, int tiles) {
        int rows = Math.clamp(tiles / maps.tileColumns(), 1, maps.tileRows());
        int ofAnImage = (maps.tileRows() + rows - 1) / rows;
        int images = Math.max(1, tiles / (maps.tileRows() * maps.tileColumns())); // if an image is one band
        return new WinogradBands(rows, ofAnImage, ofAnImage == 1 ? images : 1, maps.images() * ofAnImage);
    }

    /** Returns the same bands in groups that leave none of so many threads without one. */
    WinogradBands forThreads(int threads) {
        int most = Math.max(1, (all + threads - 1) / threads);
        return new WinogradBands(rows, ofAnImage, Math.min(perGroup, most), all);
    }

    int groups() {
        return (all + perGroup - 1) / perGroup;
    }

    int begin(int group) {
        return group * perGroup;
    }

    int end(int group) {
        return Math.min(all, (group + 1) * perGroup);
    }

    int image(int band) {
        return band / ofAnImage;
    }

    int firstRow(int band) {
        return band % ofAnImage * rows;
    }

    int endRow(int band, WinogradMaps maps) {
        return Math.min(maps.tileRows(), firstRow(band) + rows);
    }

    /** Returns how many tiles some neighbouring bands have. */
    int tiles(int beginBand, int endBand, WinogradMaps maps) {
        int tileRows = 0;
        for (int band = beginBand; band < endBand; band++) {
            tileRows += endRow(band, maps) - firstRow(band);
        }
        return tileRows * maps.tileColumns();
    }
}
