package io.gradlab.nn.kernel.cpu;

/**
 * How the tiles of all images are cut: a band is a run of whole tile rows of one image, a group some bands. Both depend on
 * sizes alone, and the cut is part of a weight gradient's definition.
 */
record WinogradBands(int rows, int ofAnImage, int perGroup, int all) {

    /** Cuts into groups of about {@code tiles} tiles. */
    static WinogradBands of(WinogradMaps maps, int tiles) {
        int rows = Math.clamp(tiles / maps.tileColumns(), 1, maps.tileRows());
        int ofAnImage = (maps.tileRows() + rows - 1) / rows;
        int images = Math.max(1, tiles / (maps.tileRows() * maps.tileColumns())); // if an image is one band
        return new WinogradBands(rows, ofAnImage, ofAnImage == 1 ? images : 1, maps.images() * ofAnImage);
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
}
