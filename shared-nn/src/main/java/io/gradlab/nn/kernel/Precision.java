package io.gradlab.nn.kernel;

import java.util.Locale;

/** How a GPU multiplies in products and convolutions; sums, and all else, are float32 either way. The host knows one way. */
public enum Precision {
    /** Float32, 24 bits of significand. */
    FP32,
    /** TF32: factors rounded to 11 bits of significand, on tensor cores (compute capability 8.0 or newer). */
    TF32;

    /** Returns the name as written in commands: {@code tf32}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
