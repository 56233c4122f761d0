package io.gradlab.lab3.features;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.layer.NetworkText;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import java.util.Locale;

/**
 * A new head of our own, for weights without dense layers: the maps are averaged to at most 4×4, then one hidden layer with
 * dropout before and after it, or none.
 *
 * @param lastOnly whether the last dense layer alone is trained; then there is no hidden one
 * @param hidden units of the hidden layer
 * @param dropout the share that is dropped, in [0, 1)
 */
public record Head(boolean lastOnly, int hidden, double dropout) {
    private static final int MOST_POOLED = 4;

    /** Returns rows and columns of the maps that the head sees. */
    int pooled(Shape maps) {
        return Math.min(MOST_POOLED, maps.dim(1));
    }

    Sequential create(Shape maps, int outputs, Seed seed) {
        int inputs = maps.dim(0) * pooled(maps) * pooled(maps);
        String drop = String.format(Locale.ROOT, "dropout %s, ", dropout);
        String text = lastOnly
                ? drop + "dense " + outputs
                : drop + "dense " + hidden + ", relu, " + drop + "dense " + outputs;
        return NetworkText.of(text, Shape.of(inputs)).create(Initialization.HE, seed);
    }
}
