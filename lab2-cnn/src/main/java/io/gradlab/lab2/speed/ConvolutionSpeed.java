package io.gradlab.lab2.speed;

/**
 * How fast a way to convolve is.
 *
 * @param name of the way, with its task
 * @param seconds for one batch; 0 if it was not timed
 * @param note why it was not timed, or what is wrong with its result; may be empty
 */
record ConvolutionSpeed(String name, double seconds, String note) {

    /** Returns whether it was timed and gives other numbers than the engine. */
    boolean isWrong() {
        return seconds > 0 && !note.isEmpty();
    }
}
