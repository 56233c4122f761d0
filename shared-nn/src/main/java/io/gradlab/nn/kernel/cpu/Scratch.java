package io.gradlab.nn.kernel.cpu;

/** Arrays that are kept from call to call and grow when they must, so that steady-state training allocates nothing. */
final class Scratch {
    private Scratch() {}

    /** Returns an array of at least {@code size} numbers: the given one if it suffices, else a new one of zeros. */
    static float[] atLeast(float[] array, int size) {
        return array.length >= size ? array : new float[size];
    }

    /** Returns an array of at least {@code size} places: the given one if it suffices, else a new one of zeros. */
    static int[] atLeast(int[] array, int size) {
        return array.length >= size ? array : new int[size];
    }
}
