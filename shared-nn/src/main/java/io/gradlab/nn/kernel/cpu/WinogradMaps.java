package io.gradlab.nn.kernel.cpu;

/** What a Winograd convolution works on: images, their maps' sizes, and the zero padding. */
record WinogradMaps(WinogradForm form, int images, int channels, int height, int width, int outputs, int padding) {
    /** Of nothing: before the first call. */
    static final WinogradMaps NONE = new WinogradMaps(WinogradForm.FOUR_BY_THREE, 0, 0, 0, 0, 0, 0);

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

    /** Fits a frame to the input: all patches of a row of tiles, which is at least the padded image. */
    void fitInput(Frame frame) {
        int columns = tileColumns() * form.tile() + WinogradForm.PATCH - form.tile();
        frame.fit(channels, height, width, padding, columns, channels + Frame.APART);
    }

    /** Fits a frame to the output: whole tiles. */
    void fitOutput(Frame frame) {
        frame.fit(outputs, outputHeight(), outputWidth(), 0, tileColumns() * form.tile(), outputs + Frame.APART);
    }
}
