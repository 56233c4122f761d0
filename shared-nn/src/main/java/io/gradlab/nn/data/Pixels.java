package io.gradlab.nn.data;

/** Turns drawn numbers into bytes. */
final class Pixels {

    private Pixels() {}

    /** Stores numbers, cut to [0, 1], as bytes 0 .. 255 from {@code offset} on. */
    static void store(float[] numbers, byte[] target, int offset) {
        for (int i = 0; i < numbers.length; i++) {
            target[offset + i] = (byte) (int) (Math.clamp(numbers[i], 0f, 1f) * 255 + 0.5f);
        }
    }
}
