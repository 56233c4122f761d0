package io.gradlab.lab2.experiment;

import io.gradlab.lab2.model.FastNetwork;
import io.gradlab.nn.data.Dataset;
import io.gradlab.nn.data.Transform;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * First weights for {@link FastNetwork}, and what of it does not learn.
 *
 * <p>The first convolution takes the principal directions of the images' own 3×3 patches, each scaled to variance 1, and
 * their negatives beside them, so that ReLU loses nothing (Page, 2019); it stays as it is. The other convolutions begin by
 * passing their input on: output channel c is input channel c, plus small noise (Zagoruyko and Komodakis, 2017). Batch
 * norm's γ stays 1, for the next layer can scale, and a bias before batch norm stays 0, for it takes the mean away.
 */
final class WhitenedStart {
    private static final int IMAGES = 5_000;
    private static final double FLOOR = 5e-4; // variance; what lies below is mostly noise

    private WhitenedStart() {}

    /**
     * Returns a maker of the network with these weights.
     *
     * @param images training images
     * @param scaling what each image goes through
     */
    static Function<Seed, Layer> of(Function<Seed, Layer> maker, Supplier<Dataset> images, Transform scaling) {
        return seed -> {
            Layer network = maker.apply(seed);
            for (Parameter parameter : network.parameters()) {
                String name = parameter.name();
                if (name.equals(FastNetwork.WHITENING + ".weight")) {
                    whiten(parameter.value(), images.get(), scaling);
                    parameter.freeze(true);
                } else if (parameter.value().shape().rank() == 4) {
                    passOn(parameter.value(), seed.stream(name));
                } else if (name.startsWith(FastNetwork.BATCH_NORM) == name.endsWith(".weight")) {
                    parameter.freeze(!name.startsWith("fc"));
                }
            }
            return network;
        };
    }

    private static void passOn(Tensor weight, RandomStream random) {
        int inputs = weight.dim(1);
        int window = weight.dim(2) * weight.dim(3);
        float bound = (float) (1 / Math.sqrt((double) inputs * window));
        float[] data = weight.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = random.uniform(i, -bound, bound);
        }
        for (int c = 0; c < Math.min(inputs, weight.dim(0)); c++) {
            int kernels = c * inputs * window;
            Arrays.fill(data, kernels, kernels + inputs * window, 0);
            data[kernels + c * window + window / 2] = 1;
        }
    }

    private static void whiten(Tensor weight, Dataset images, Transform scaling) {
        EigenDecomposition principal = new EigenDecomposition(covariance(images, weight, scaling));
        int length = weight.size() / weight.dim(0);
        int half = weight.dim(0) / 2;
        for (int k = 0; k < half; k++) { // the largest come first
            double scale = 1 / Math.sqrt(principal.getRealEigenvalue(k) + FLOOR);
            for (int i = 0; i < length; i++) {
                float number = (float) (scale * principal.getEigenvector(k).getEntry(i));
                weight.data()[k * length + i] = number;
                weight.data()[(half + k) * length + i] = -number;
            }
        }
    }

    /** Returns the mean product of each two numbers of a patch, over all patches of the first images. */
    private static RealMatrix covariance(Dataset images, Tensor weight, Transform scaling) {
        int channels = weight.dim(1);
        int side = weight.dim(2);
        int length = channels * side * side;
        Shape shape = images.sampleShape();
        float[] image = new float[shape.size()];
        double[][] sums = new double[length][length];
        double[] patch = new double[length];
        long patches = 0;
        for (int n = 0; n < Math.min(IMAGES, images.size()); n++) {
            images.read(n, image, 0);
            scaling.apply(image, 0, shape, new RandomStream(0));
            for (int y = 0; y + side <= shape.dim(1); y += 2) { // every second: neighbours say nearly the same
                for (int x = 0; x + side <= shape.dim(2); x += 2) {
                    read(image, shape, side, y, x, patch);
                    add(patch, sums);
                    patches++;
                }
            }
        }
        return MatrixUtils.createRealMatrix(sums).scalarMultiply(1.0 / patches);
    }

    private static void read(float[] image, Shape shape, int side, int y, int x, double[] patch) {
        int at = 0;
        for (int c = 0; c < shape.dim(0); c++) {
            for (int i = 0; i < side; i++) {
                for (int j = 0; j < side; j++) {
                    patch[at++] = image[(c * shape.dim(1) + y + i) * shape.dim(2) + x + j];
                }
            }
        }
    }

    private static void add(double[] patch, double[][] sums) {
        for (int i = 0; i < patch.length; i++) {
            for (int j = 0; j < patch.length; j++) {
                sums[i][j] += patch[i] * patch[j];
            }
        }
    }
}
