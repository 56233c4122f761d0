package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.Map;

/** Task 3.6: a last layer for other classes. */
public final class NewHead {

    /**
     * Returns the same tensors in the same order, with a new {@code LAYER.weight}, {@code [classes, in]}, of normal random
     * numbers with deviation 0.01 and a new {@code LAYER.bias}, {@code [classes]}, of zeros.
     *
     * @param weights by name; do not change the map or its tensors
     * @param layer for example {@code classifier.6}; its weight is {@code [units, in]}
     * @param seed of the random numbers: other seeds, other weights; {@code seed.stream("head")} gives them
     */
    public Map<String, Tensor> replace(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
        throw new NotImplemented("3.6");
    }
}
