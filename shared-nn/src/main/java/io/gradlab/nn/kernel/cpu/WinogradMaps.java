package io.gradlab.nn.kernel.cpu;

/** What a Winograd convolution works on: images, their maps' sizes, and the zero padding. */
record WinogradMaps(WinogradForm form, int images, int channels, int height, int width, int outputs, int padding) {

    int outputHeight() {
        return height + 2 * padding - form.kernel() + 1;
    }

    int outputWidth() {
        return width + 2 * padding - form.kernel() + 1;
    }

    /** Returns rows of tiles of an image. */
    int tileRows() {
        return (outputHeight() + form.tile() - 1) / form.tile();
    }

    /** Returns tiles in a row. */
    int tileColumns() {
        return (outputWidth() + form.tile() - 1) / form.tile();
    }

    /** Returns pixels in a row of the input's frame: those of all patches, and at least the padded image. */
    int frameColumns() {
        return tileColumns() * form.tile() + WinogradForm.PATCH - form.tile();
    }
}
