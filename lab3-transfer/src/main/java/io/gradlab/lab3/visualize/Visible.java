package io.gradlab.lab3.visualize;

import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;

/** Makes gradients and maps visible: images {@code [C, H, W]} in 0..1. */
final class Visible {
    private static final double TOP = 0.99; // the share of numbers that is not clipped

    private Visible() {}

    /** Returns the first image of a batch as it is, {@code [C, H, W]}. */
    static Tensor image(Tensor batch) {
        return batch.reshape(batch.shape().withoutFirst());
    }

    /** Returns a signed gradient {@code [1, 3, H, W]} with zero as middle gray. */
    static Tensor colour(Tensor gradient) {
        float top = top(gradient);
        Tensor visible = Tensor.zeros(gradient.shape().withoutFirst());
        for (int i = 0; i < visible.size(); i++) {
            visible.data()[i] = Math.clamp(0.5f + 0.5f * gradient.data()[i] / top, 0f, 1f);
        }
        return visible;
    }

    /** Returns each pixel's largest magnitude over the channels, {@code [1, H, W]}, white for the largest. */
    static Tensor gray(Tensor gradient) {
        int area = gradient.dim(2) * gradient.dim(3);
        Tensor largest = Tensor.zeros(1, gradient.dim(2), gradient.dim(3));
        for (int i = 0; i < gradient.size(); i++) {
            largest.data()[i % area] = Math.max(largest.data()[i % area], Math.abs(gradient.data()[i]));
        }
        float top = top(largest);
        for (int i = 0; i < area; i++) {
            largest.data()[i] = Math.min(1, largest.data()[i] / top);
        }
        return largest;
    }

    /** Returns a map's numbers {@code [1, H, W]} moved and scaled to 0..1; all 0 if they are equal. */
    static Tensor stretched(Tensor map) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : map.data()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        Tensor unit = Tensor.zeros(map.shape());
        for (int i = 0; i < unit.size() && high > low; i++) {
            unit.data()[i] = (map.data()[i] - low) / (high - low);
        }
        return unit;
    }

    /** Returns an image {@code [3, H, W]} in faint gray with a map {@code [1, H, W]} of 0..1 over it in red. */
    static Tensor over(Tensor image, Tensor map) {
        int area = map.size();
        Tensor mixed = Tensor.zeros(3, map.dim(1), map.dim(2));
        for (int i = 0; i < area; i++) {
            float gray = (image.data()[i] + image.data()[area + i] + image.data()[2 * area + i]) / 3;
            float heat = map.data()[i];
            float base = (1 - 0.6f * heat) * (0.25f + 0.75f * gray);
            mixed.data()[i] = Math.min(1, base + 0.6f * heat);
            mixed.data()[area + i] = base * (1 - 0.4f * heat);
            mixed.data()[2 * area + i] = base * (1 - 0.7f * heat);
        }
        return mixed;
    }

    /** Returns a number of three digits, {@code 0.0123}, or whole, {@code 12,070}. */
    static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private static float top(Tensor tensor) {
        float[] magnitudes = new float[tensor.size()];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(tensor.data()[i]);
        }
        Arrays.sort(magnitudes);
        float top = magnitudes[(int) (TOP * (magnitudes.length - 1))];
        return top > 0 ? top : Math.max(magnitudes[magnitudes.length - 1], Float.MIN_NORMAL);
    }
}
