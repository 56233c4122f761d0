package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.kernel.WindowGeometry;
import io.gradlab.nn.tensor.Tensor;

/** Largest values and averages of windows, and their gradients: {@code pools.cu}. */
final class Pools {
    private static final String MODULE = "pools";
    private static final WindowGeometry HALVES = WindowGeometry.square(2, 2, 0);

    private final Kernel maxPool;
    private final Kernel maxPoolGradient;
    private final Kernel maxPoolHalves;
    private final Kernel maxPoolHalvesGradient;
    private final Kernel averagePool;
    private final Kernel averagePoolGradient;

    Pools(Stream stream) {
        maxPool = stream.kernel(MODULE, "max_pool");
        maxPoolGradient = stream.kernel(MODULE, "max_pool_gradient");
        maxPoolHalves = stream.kernel(MODULE, "max_pool_halves");
        maxPoolHalvesGradient = stream.kernel(MODULE, "max_pool_halves_gradient");
        averagePool = stream.kernel(MODULE, "average_pool");
        averagePoolGradient = stream.kernel(MODULE, "average_pool_gradient");
    }

    void maxPool(WindowGeometry window, Tensor input, Tensor out) {
        Shapes.require(out, window.output(input.shape(), input.dim(1)), "maxPool");
        if (halves(window, input)) {
            describeHalves(maxPoolHalves.on(Grid.over(out.size())).tensor(input).tensor(out), input, out)
                    .go();
        } else {
            forward(maxPool, window, input, out);
        }
    }

    void maxPoolGradient(WindowGeometry window, Tensor input, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(outputGradient, window.output(input.shape(), input.dim(1)), "maxPoolGradient");
        Shapes.require(inputGradient, input.shape(), "maxPoolGradient");
        if (halves(window, input)) {
            Launch launch = maxPoolHalvesGradient
                    .on(Grid.over(outputGradient.size()))
                    .tensor(input)
                    .tensor(outputGradient)
                    .tensor(inputGradient);
            describeHalves(launch, input, outputGradient).go();
        } else {
            Launch launch = maxPoolGradient
                    .on(Grid.over(input.size()))
                    .tensor(input)
                    .tensor(outputGradient)
                    .tensor(inputGradient);
            describeGradient(launch, window, input, outputGradient).go();
        }
    }

    void averagePool(WindowGeometry window, Tensor input, Tensor out) {
        Shapes.require(out, window.output(input.shape(), input.dim(1)), "averagePool");
        forward(averagePool, window, input, out);
    }

    void averagePoolGradient(WindowGeometry window, Tensor outputGradient, Tensor inputGradient) {
        Shapes.require(
                outputGradient, window.output(inputGradient.shape(), inputGradient.dim(1)), "averagePoolGradient");
        Launch launch = averagePoolGradient
                .on(Grid.over(inputGradient.size()))
                .tensor(outputGradient)
                .tensor(inputGradient);
        describeGradient(launch, window, inputGradient, outputGradient).go();
    }

    /** Returns whether windows of 2×2 lie side by side on lines whose neighbours can be read in pairs. */
    private static boolean halves(WindowGeometry window, Tensor input) {
        return window.equals(HALVES) && input.dim(3) % 2 == 0 && input.dim(2) >= 2;
    }

    private static Launch describeHalves(Launch launch, Tensor input, Tensor out) {
        return divisors(launch.integer(out.size()).integer(input.dim(2)), out.dim(2) * out.dim(3), out.dim(3));
    }

    private static void forward(Kernel kernel, WindowGeometry window, Tensor input, Tensor out) {
        Launch launch = kernel.on(Grid.over(out.size()))
                .tensor(input)
                .tensor(out)
                .integer(out.size())
                .integer(input.dim(2))
                .integer(input.dim(3));
        describe(divisors(launch, out.dim(2) * out.dim(3), out.dim(3)), window).go();
    }

    private static Launch describeGradient(Launch launch, WindowGeometry window, Tensor input, Tensor out) {
        launch.integer(input.size())
                .integer(input.dim(2))
                .integer(input.dim(3))
                .bits(Divisors.bits(input.dim(2) * input.dim(3)))
                .bits(Divisors.bits(input.dim(3)))
                .integer(out.dim(2))
                .integer(out.dim(3));
        return describe(launch, window);
    }

    private static Launch divisors(Launch launch, int pixels, int width) {
        return launch.integer(pixels).bits(Divisors.bits(pixels)).integer(width).bits(Divisors.bits(width));
    }

    private static Launch describe(Launch launch, WindowGeometry window) {
        return launch.integer(window.kernelHeight())
                .integer(window.kernelWidth())
                .integer(window.stride())
                .integer(window.padding());
    }
}
