package io.gradlab.lab3.darknet;

import io.gradlab.lab3.image.Resampling;
import io.gradlab.lab3.image.Resize;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.NetworkWeights;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.layer.AdaptiveAveragePool2d;
import io.gradlab.nn.layer.CeilMaxPool2d;
import io.gradlab.nn.layer.Conv2d;
import io.gradlab.nn.layer.Flatten;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.LeakyRelu;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Tiny Darknet (pjreddie.com/darknet/tiny-darknet): 16 convolutions, a million parameters, 1000 ImageNet classes, images of
 * any size. The weights have their batch normalization folded in and are called {@code conv0.weight} … {@code conv15.bias}.
 */
public final class TinyDarknet {
    /** Filters and side of each convolution; M is a max-pool. */
    private static final String LAYERS =
            "16x3 M 32x3 M 16x1 128x3 16x1 128x3 M 32x1 256x3 32x1 256x3 M" + " 64x1 512x3 64x1 512x3 128x1 1000x1";

    private static final int CLASSES = 1000; // filters of the last convolution, which has no activation
    private static final double SLOPE = 0.1;
    private static final int SHORT_SIDE = 224;

    private TinyDarknet() {}

    /**
     * Makes the network, {@code [N, 3, H, W]} to logits {@code [N, 1000]}, with a file's weights.
     *
     * @throws io.gradlab.nn.io.DataFormatException if the file does not fit
     */
    public static Sequential load(Path file) {
        Sequential network = create();
        try (WeightFile weights = WeightFile.open(file, Convention.PLAIN)) {
            NetworkWeights.load(network, weights, name -> true);
        }
        return network;
    }

    /**
     * Returns what the network takes for a photograph: the shorter side 224, not cropped.
     *
     * @param photo {@code [N, 3, H, W]}, red first, 0..1
     */
    public static Tensor prepare(Tensor photo) {
        return Convention.PLAIN.fromRgb(Resize.shortSide(photo, SHORT_SIDE, Resampling.ALIGNED_CORNERS));
    }

    private static Sequential create() {
        SequencedMap<String, Layer> layers = new LinkedHashMap<>();
        int channels = 3;
        int convolutions = 0;
        for (String word : LAYERS.split(" ")) {
            if (word.equals("M")) {
                layers.put("pool" + layers.size(), new CeilMaxPool2d(2, 2));
                continue;
            }
            String[] numbers = word.split("x");
            int filters = Integer.parseInt(numbers[0]);
            int side = Integer.parseInt(numbers[1]);
            Tensor weight = Tensor.zeros(filters, channels, side, side);
            layers.put("conv" + convolutions++, new Conv2d(weight, Tensor.zeros(filters), 1, side / 2));
            if (filters < CLASSES) {
                layers.put("leaky" + layers.size(), new LeakyRelu(SLOPE));
            }
            channels = filters;
        }
        layers.put("average", new AdaptiveAveragePool2d(1, 1));
        layers.put("flatten", new Flatten());
        return new Sequential(layers);
    }
}
