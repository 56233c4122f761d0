package io.gradlab.peers;

import java.util.SplittableRandom;

/** Random pictures and the labels {@code i mod 10}: what all peers are fed with. */
public final class Batch {
    private Batch() {}

    /** Uniform values in [-0.5, 0.5): centred, so that plain gradient descent stays finite. */
    public static float[] pixels(int count) {
        return values(count, -0.5f, 0.5f);
    }

    /** Uniform weights within ±√(6 / fanIn), He's bound for ReLU. */
    public static float[] weights(int count, int fanIn) {
        float bound = (float) Math.sqrt(6.0 / fanIn);
        return values(count, -bound, bound);
    }

    /** One-hot labels [images, 10]. */
    public static float[] oneHot(int images) {
        float[] labels = new float[images * 10];
        for (int i = 0; i < images; i++) {
            labels[i * 10 + i % 10] = 1;
        }
        return labels;
    }

    /** Labels [images]. */
    public static long[] labels(int images) {
        long[] labels = new long[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i % 10;
        }
        return labels;
    }

    private static float[] values(int count, float low, float high) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = low + (high - low) * (float) random.nextDouble();
        }
        return values;
    }
}
