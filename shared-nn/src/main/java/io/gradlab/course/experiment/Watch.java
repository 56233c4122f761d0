package io.gradlab.course.experiment;

/**
 * What a training is looked at for besides its history; none of it changes what is trained.
 *
 * @param sampleEvery steps between looks at a few samples, 0 for none
 * @param modes whether each epoch's validation is done in training mode as well
 */
public record Watch(int sampleEvery, boolean modes) {
    /** Nothing. */
    public static final Watch NONE = new Watch(0, false);
}
