package io.gradlab.nn.data;

import io.gradlab.nn.tensor.Shape;
import java.util.List;

/**
 * Labelled samples, read one by one into a caller's array, so that a set may keep its pixels as bytes. Immutable: any
 * number of threads may read.
 */
public interface Dataset {

    /** Returns how many samples there are. */
    int size();

    /** Returns a sample's shape, for example {@code [1, 28, 28]}. */
    Shape sampleShape();

    /** Returns the classes' names; a label is an index into them. */
    List<String> classNames();

    /** Returns a sample's label, in 0 .. classes - 1. */
    int label(int sample);

    /** Writes a sample's numbers, row-major, to {@code target} from {@code offset} on; pixels are in [0, 1]. */
    void read(int sample, float[] target, int offset);

    /** Returns how many classes there are. */
    default int classes() {
        return classNames().size();
    }
}
