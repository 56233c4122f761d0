package io.gradlab.nn.tensor;

/**
 * Random numbers by index: {@code uniform(7)} is the same number whether or not {@code uniform(6)} was ever asked for.
 * Immutable, so any number of threads may read one stream.
 *
 * @param key what the stream is for, mixed from a {@link Seed}, a purpose and a step
 */
public record RandomStream(long key) {
    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Returns 64 random bits. */
    public long bits(long index) {
        return mix(key + GOLDEN_GAMMA * (index + 1));
    }

    /** Returns a number in [0, 1), a multiple of 2^-24. */
    public float uniform(long index) {
        return (bits(index) >>> 40) * 0x1p-24f;
    }

    /** Returns a number in [low, high). */
    public float uniform(long index, float low, float high) {
        return low + (high - low) * uniform(index);
    }

    /** Returns a standard normal number (Box and Muller, 1958). */
    public float gaussian(long index) {
        long bits = bits(index);
        double radius = StrictMath.sqrt(-2 * StrictMath.log(((bits >>> 32) + 1) * 0x1p-32));
        return (float) (radius * StrictMath.cos(2 * Math.PI * ((bits & 0xFFFFFFFFL) * 0x1p-32)));
    }

    /** Returns an integer in [0, bound); its bias is below bound / 2^63. */
    public int below(long index, int bound) {
        return (int) Math.unsignedMultiplyHigh(bits(index), bound);
    }

    /** Returns a random order of 0 .. size - 1 (Fisher and Yates). */
    public int[] permutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = below(i, i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    /** Returns a host tensor of standard normal numbers, times {@code scale}. */
    public Tensor gaussians(Shape shape, double scale) {
        Tensor tensor = Tensor.zeros(shape);
        float[] data = tensor.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = (float) (scale * gaussian(i));
        }
        return tensor;
    }

    /** Returns a host tensor of numbers uniform in [low, high). */
    public Tensor uniforms(Shape shape, float low, float high) {
        Tensor tensor = Tensor.zeros(shape);
        float[] data = tensor.data();
        for (int i = 0; i < data.length; i++) {
            data[i] = uniform(i, low, high);
        }
        return tensor;
    }

    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
