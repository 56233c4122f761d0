package io.gradlab.course.probe.toy;

import io.gradlab.course.Classifier;
import io.gradlab.nn.kernel.ActivationKind;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.loss.Loss;
import io.gradlab.nn.optim.Optimizer;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;

/** A contract made up to try probes on. */
public interface Toy {
    /** A record that arrives as a group. */
    record Settings(int units, List<Integer> sizes, double rate, Seed seed, ActivationKind kind) {}

    /** A function of a tensor. */
    default Tensor twice(Tensor input) {
        throw new UnsupportedOperationException();
    }

    /** Says what it got. */
    default int describe(int count, double rate, long big, Seed seed, ActivationKind kind, int[] labels, Settings all) {
        throw new UnsupportedOperationException();
    }

    /** Takes the contract itself. */
    default Tensor through(Toy parts, Tensor input) {
        return parts.twice(input);
    }

    /** Makes a layer. */
    default Layer layer(Tensor weight) {
        throw new UnsupportedOperationException();
    }

    /** Makes a loss. */
    default Loss loss() {
        throw new UnsupportedOperationException();
    }

    /** Makes an optimizer. */
    default Optimizer optimizer() {
        throw new UnsupportedOperationException();
    }

    /** Makes a classifier. */
    default Classifier classifier() {
        throw new UnsupportedOperationException();
    }
}
