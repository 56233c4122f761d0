package io.gradlab.course.core;

import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/** The windows of images as the rows of a matrix; the engine itself never writes them out. */
final class CoreColumns {

    private CoreColumns() {}

    static Tensor of(Tensor input, WindowGeometry window) {
        int channels = input.dim(1);
        int height = window.outputHeight(input.dim(2));
        int width = window.outputWidth(input.dim(3));
        int length = channels * window.kernelHeight() * window.kernelWidth();
        Tensor columns = Tensor.zeros(input.dim(0) * height * width, length);
        for (int row = 0; row < columns.dim(0); row++) {
            int image = row / (height * width);
            int top = row / width % height * window.stride() - window.padding();
            int left = row % width * window.stride() - window.padding();
            for (int column = 0; column < length; column++) {
                int y = top + column / window.kernelWidth() % window.kernelHeight();
                int x = left + column % window.kernelWidth();
                int channel = column / (window.kernelHeight() * window.kernelWidth());
                if (y >= 0 && y < input.dim(2) && x >= 0 && x < input.dim(3)) {
                    columns.data()[row * length + column] = input.at(image, channel, y, x);
                }
            }
        }
        return columns;
    }
}
