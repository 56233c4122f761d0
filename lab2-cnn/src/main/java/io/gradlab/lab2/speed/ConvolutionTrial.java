package io.gradlab.lab2.speed;

import io.gradlab.course.Lab2;
import io.gradlab.course.NotImplemented;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The same convolution three ways, timed: after a warm-up, the median of a second's calls. */
final class ConvolutionTrial {
    static final int BATCH = 10;
    static final String DESCRIPTION = "Conv2d(16→32, 5×5, pad 2) on " + BATCH + " images of 14×14, forward";
    static final double FLOPS = 2.0 * BATCH * 32 * 16 * 5 * 5 * 14 * 14;

    private static final double TOLERANCE = 1e-3; // sums of 400 products near 20
    private static final int FEWEST = 3;

    private final Lab2 lab;
    private final double seconds; // of warm-up, until the kernels are compiled, and again of timing
    private final Tensor input = new Seed(1).stream("input").gaussians(Shape.of(BATCH, 16, 14, 14), 1);
    private final Tensor weight = new Seed(1).stream("weight").gaussians(Shape.of(32, 16, 5, 5), 1);
    private final Tensor bias = new Seed(1).stream("bias").gaussians(Shape.of(32), 1);

    ConvolutionTrial(Lab2 lab, double seconds) {
        this.lab = lab;
        this.seconds = seconds;
    }

    List<ConvolutionSpeed> speeds() {
        Conv2d engine = new Conv2d(weight, bias, 1, 2);
        Tensor right = engine.forward(input, Pass.evaluation()).copy();
        return List.of(
                time("loops (2.2)", () -> lab.convolve(input, weight, bias, 1, 2), right),
                time("im2col and product (2.3)", () -> lab.convolveByColumns(input, weight, bias, 1, 2), right),
                time("the engine's kernel", () -> engine.forward(input, Pass.evaluation()), right));
    }

    private ConvolutionSpeed time(String name, Supplier<Tensor> way, Tensor right) {
        try {
            String note = isNear(way.get(), right) ? "" : "its numbers are wrong, so mend it first";
            long start = System.nanoTime();
            while (elapsed(start) < seconds) {
                way.get();
            }
            double[] samples = new double[10_000];
            int count = 0;
            start = System.nanoTime();
            while (count < samples.length && (count < FEWEST || elapsed(start) < seconds)) {
                long begin = System.nanoTime();
                way.get();
                samples[count++] = elapsed(begin);
            }
            Arrays.sort(samples, 0, count);
            return new ConvolutionSpeed(name, samples[count / 2], note);
        } catch (NotImplemented missing) {
            return new ConvolutionSpeed(name, 0, "not started");
        } catch (RuntimeException thrown) { // the student's; the check explains it better
            return new ConvolutionSpeed(name, 0, "throws " + thrown.getClass().getSimpleName());
        }
    }

    private static boolean isNear(Tensor result, Tensor right) {
        if (!result.shape().equals(right.shape())) {
            return false;
        }
        for (int i = 0; i < right.size(); i++) {
            if (!(Math.abs(result.data()[i] - right.data()[i]) <= TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    private static double elapsed(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
