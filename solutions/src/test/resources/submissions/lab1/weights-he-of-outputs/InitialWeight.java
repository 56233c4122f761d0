package io.gradlab.lab1.student;

import io.gradlab.nn.layer.Initialization;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;

/**
 * Task 1.7: the numbers that a dense layer's weight starts from.
 *
 * <p>With zeros, all units of a layer compute the same and get the same gradient: they stay equal for ever. So weights
 * start at random, and how large they are decides whether signals and gradients keep their size from layer to layer:
 *
 * <ul>
 *   <li>{@code ZERO}: all 0;
 *   <li>{@code NORMAL}: normal, standard deviation 0.1, whatever the layer's size;
 *   <li>{@code XAVIER}: normal, <em>variance</em> {@code 2 / (inputs + outputs)} (Glorot and Bengio, 2010, eq. 12);
 *   <li>{@code HE}: normal, <em>variance</em> {@code 2 / inputs}, for ReLU (He et al., 2015, eq. 10).
 * </ul>
 *
 * <p>The mean is 0 always. The standard deviation is the square root of the variance.
 */
public final class InitialWeight {

    /**
     * Draws a weight.
     *
     * <p>Random numbers come from the seed alone: {@code seed.stream("weight")} gives a
     * {@link io.gradlab.nn.tensor.RandomStream}, whose number {@code gaussian(i)} is normal with mean 0 and standard
     * deviation 1, for i = 0, 1, 2, … Each number of the weight takes an i of its own.
     *
     * @param inputs of the layer, its "fan in"
     * @param outputs of the layer, its "fan out"
     * @return {@code [outputs, inputs]}
     */
    public Tensor draw(Initialization kind, int outputs, int inputs, Seed seed) {
        Tensor weight = Tensor.zeros(outputs, inputs);
        double deviation = deviation(kind, outputs, inputs);
        float[] w = weight.data();
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (deviation * seed.stream("weight").gaussian(i));
        }
        return weight;
    }

    /** Returns the standard deviation of a weight's numbers. */
    private static double deviation(Initialization kind, int outputs, int inputs) {
        return switch (kind) {
            case ZERO -> 0;
            case NORMAL -> 0.1;
            case XAVIER -> Math.sqrt(2.0 / (inputs + outputs));
            case HE -> Math.sqrt(2.0 / outputs);
        };
    }
}
