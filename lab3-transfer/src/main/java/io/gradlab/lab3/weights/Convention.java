package io.gradlab.lab3.weights;

import io.gradlab.cli.UserError;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a network's weights want its images. Weights that were trained one way give nonsense the other way, without any
 * error, so a file's convention is always said.
 */
public enum Convention {
    /** RGB in 0..1, minus ImageNet's mean, divided by its standard deviation: torchvision and timm. */
    TORCHVISION(
            "rgb 0..1, minus (0.485, 0.456, 0.406), divided by (0.229, 0.224, 0.225)",
            false,
            1,
            new double[] {0.485, 0.456, 0.406},
            new double[] {0.229, 0.224, 0.225}),
    /** BGR in 0..255, minus ImageNet's mean: the VGG authors' Caffe models, and Keras's copies. */
    CAFFE(
            "bgr 0..255, minus (103.939, 116.779, 123.68)",
            true,
            255,
            new double[] {103.939, 116.779, 123.68},
            new double[] {1, 1, 1}),
    /** RGB in 0..1 as it is: Darknet. */
    PLAIN("rgb 0..1", false, 1, new double[] {0, 0, 0}, new double[] {1, 1, 1});

    /** The name in a safetensors file's metadata. */
    public static final String METADATA_KEY = "gradlab.convention";

    private static final int CHANNELS = 3;

    private final String text;
    private final boolean bgr;
    private final double scale;
    private final double[] mean; // in the network's channel order
    private final double[] deviation;

    Convention(String text, boolean bgr, double scale, double[] mean, double[] deviation) {
        this.text = text;
        this.bgr = bgr;
        this.scale = scale;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Returns the one with this label, if there is one. */
    public static Optional<Convention> find(String label) {
        return Arrays.stream(values())
                .filter(convention -> convention.label().equals(label))
                .findFirst();
    }

    /**
     * Returns the one with this label.
     *
     * @throws UserError if there is none; it names them all
     */
    public static Convention of(String label) {
        return find(label)
                .orElseThrow(() -> new UserError("There is no convention '" + label + "'; choose one of "
                        + Arrays.stream(values()).map(Convention::label).collect(Collectors.joining(", "))));
    }

    /** Returns the name as written in commands: {@code caffe}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns for example {@code rgb 0..1, minus (…), divided by (…)}. */
    public String text() {
        return text;
    }

    /**
     * Returns what the network takes for images.
     *
     * @param rgb {@code [N, 3, H, W]}, red first, 0..1
     * @return a new tensor {@code [N, 3, H, W]}
     */
    public Tensor fromRgb(Tensor rgb) {
        return mapped(rgb, (channel, value) -> (float) ((value * scale - mean[channel]) / deviation[channel]), false);
    }

    /** Returns the images, {@code [N, 3, H, W]} red first, 0..1, for what a network takes: undoes {@link #fromRgb}. */
    public Tensor toRgb(Tensor input) {
        return mapped(input, (channel, value) -> (float) ((value * deviation[channel] + mean[channel]) / scale), true);
    }

    private interface PixelFunction {
        float apply(int networkChannel, float value);
    }

    private Tensor mapped(Tensor images, PixelFunction function, boolean backwards) {
        if (images.shape().rank() != 4 || images.dim(1) != CHANNELS) {
            throw new IllegalArgumentException("A convention is about images [N, 3, H, W], but got " + images.shape());
        }
        Tensor result = Tensor.zeros(images.shape());
        int area = images.dim(2) * images.dim(3);
        for (int plane = 0; plane < images.dim(0) * CHANNELS; plane++) {
            int channel = plane % CHANNELS;
            int swapped = bgr ? CHANNELS - 1 - channel : channel;
            int source = (plane - channel + swapped) * area;
            int networkChannel = backwards ? swapped : channel;
            for (int i = 0; i < area; i++) {
                result.data()[plane * area + i] = function.apply(networkChannel, images.data()[source + i]);
            }
        }
        return result;
    }
}
