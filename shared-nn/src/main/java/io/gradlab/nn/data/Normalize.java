package io.gradlab.nn.data;

import io.gradlab.nn.tensor.RandomStream;
import io.gradlab.nn.tensor.Shape;

/** Subtracts each channel's mean and divides by its standard deviation. */
public final class Normalize implements Transform {
    /** The pixels' mean and deviation over MNIST's training images. */
    public static final Normalize MNIST = new Normalize(new float[] {0.1307f}, new float[] {0.3081f});

    /** The pixels' mean and deviation over Fashion-MNIST's training images. */
    public static final Normalize FASHION_MNIST = new Normalize(new float[] {0.2860f}, new float[] {0.3530f});

    /** The channels' means and deviations over CIFAR-10's training images. */
    public static final Normalize CIFAR_10 =
            new Normalize(new float[] {0.4914f, 0.4822f, 0.4465f}, new float[] {0.2470f, 0.2435f, 0.2616f});

    private final float[] mean;
    private final float[] deviation; // as many as means, each above 0

    /**
     * Creates the transform.
     *
     * @param mean one for each channel, or one for all
     * @param deviation as many, each above 0
     */
    public Normalize(float[] mean, float[] deviation) {
        if (mean.length == 0 || mean.length != deviation.length) {
            throw new IllegalArgumentException(
                    "As many means as deviations, but got " + mean.length + " and " + deviation.length);
        }
        for (float value : deviation) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("A deviation is above 0, but got " + value);
            }
        }
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    @Override
    public void apply(float[] numbers, int offset, Shape shape, RandomStream random) {
        if (mean.length > 1 && shape.dim(0) != mean.length) {
            throw new IllegalArgumentException("Got means for " + mean.length + " channels, but samples are " + shape);
        }
        int plane = shape.size() / mean.length;
        for (int channel = 0; channel < mean.length; channel++) {
            int begin = offset + channel * plane;
            for (int i = begin; i < begin + plane; i++) {
                numbers[i] = (numbers[i] - mean[channel]) / deviation[channel];
            }
        }
    }
}
