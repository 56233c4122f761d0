package io.gradlab.nn.kernel;

/** What a product or convolution does to each result before it is written, sparing a pass over memory. */
public enum Epilogue {
    /** Nothing. */
    NONE(Float.NEGATIVE_INFINITY),
    /** {@code max(0, x)}. */
    RELU(0);

    private final float floor;

    Epilogue(float floor) {
        this.floor = floor;
    }

    /** Returns the least a result can be: each is the maximum of this and itself. */
    public float floor() {
        return floor;
    }
}
